#include "CBoostMath.h"

#include <boost/cstdint.hpp>
#include <boost/math/distributions/complement.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <limits>

namespace {
namespace bm = boost::math;
namespace bp = boost::math::policies;

using Policy = bp::policy<
    bp::domain_error<bp::errno_on_error>, bp::pole_error<bp::errno_on_error>,
    bp::overflow_error<bp::errno_on_error>, bp::evaluation_error<bp::errno_on_error>,
    bp::rounding_error<bp::errno_on_error>, bp::promote_double<true>>;
using Normal = bm::normal_distribution<double, Policy>;
using StudentT = bm::students_t_distribution<double, Policy>;
using NoncentralT = bm::non_central_t_distribution<double, Policy>;

const double undefined = std::numeric_limits<double>::quiet_NaN();

// No exception may cross into Swift: even under errno_on_error Boost may throw while allocating.
template <class F> double guarded(F compute) {
  try {
    return compute();
  } catch (...) {
    return undefined;
  }
}
} // namespace

extern "C" {

double furlong_normal_upper_tail(double x) {
  return guarded([=] { return bm::cdf(bm::complement(Normal(), x)); });
}

double furlong_normal_quantile(double p) {
  return guarded([=] { return bm::quantile(Normal(), p); });
}

double furlong_student_t_lower_tail(double x, double df) {
  return guarded([=] { return bm::cdf(StudentT(df), x); });
}

double furlong_student_t_upper_tail(double x, double df) {
  return guarded([=] { return bm::cdf(bm::complement(StudentT(df), x)); });
}

double furlong_student_t_quantile(double p, double df) {
  return guarded([=] { return bm::quantile(StudentT(df), p); });
}

double furlong_noncentral_t_lower_tail(double x, double df, double delta) {
  return guarded([=] { return bm::cdf(NoncentralT(df, delta), x); });
}

double furlong_noncentral_t_upper_tail(double x, double df, double delta) {
  return guarded([=] { return bm::cdf(bm::complement(NoncentralT(df, delta), x)); });
}

double furlong_log_gamma(double x) {
  return guarded([=] { return bm::lgamma(x, Policy()); });
}

double furlong_gamma_ratio(double a, double delta) {
  return guarded([=] { return bm::tgamma_delta_ratio(a, delta, Policy()); });
}

double furlong_toms748(furlong_function f, void *context, double low, double high, double at_low,
                       double at_high, int bits, unsigned long long *evaluations) {
  const boost::uintmax_t allowed = *evaluations;
  boost::uintmax_t used = allowed;
  const double root = guarded([&] {
    auto ends = bm::tools::toms748_solve([=](double x) { return f(x, context); }, low, high, at_low,
                                         at_high, bm::tools::eps_tolerance<double>(bits), used,
                                         Policy());
    return ends.first + (ends.second - ends.first) / 2;
  });
  *evaluations = used;
  return used >= allowed ? undefined : root;
}

} // extern "C"
