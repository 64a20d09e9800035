#include "CBoostMath.h"

#include <boost/cstdint.hpp>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/complement.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
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
using Binomial = bm::binomial_distribution<double, Policy>;
using Poisson = bm::poisson_distribution<double, Policy>;

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

// The five routines of a continuous distribution; PARAMETERS are those of its prototype, and the
// rest makes the distribution from them.
#define DEFINE_CONTINUOUS(NAME, PARAMETERS, TYPE, ...)                                             \
  double furlong_##NAME##_density(double x, UNPACK PARAMETERS) {                                   \
    return guarded([=] { return bm::pdf(bm::TYPE<double, Policy>(__VA_ARGS__), x); });             \
  }                                                                                                \
  double furlong_##NAME##_lower_tail(double x, UNPACK PARAMETERS) {                                \
    return guarded([=] { return bm::cdf(bm::TYPE<double, Policy>(__VA_ARGS__), x); });             \
  }                                                                                                \
  double furlong_##NAME##_upper_tail(double x, UNPACK PARAMETERS) {                                \
    return guarded(                                                                                \
        [=] { return bm::cdf(bm::complement(bm::TYPE<double, Policy>(__VA_ARGS__), x)); });        \
  }                                                                                                \
  double furlong_##NAME##_quantile(double p, UNPACK PARAMETERS) {                                  \
    return guarded([=] { return bm::quantile(bm::TYPE<double, Policy>(__VA_ARGS__), p); });        \
  }                                                                                                \
  double furlong_##NAME##_upper_quantile(double p, UNPACK PARAMETERS) {                            \
    return guarded(                                                                                \
        [=] { return bm::quantile(bm::complement(bm::TYPE<double, Policy>(__VA_ARGS__), p)); });   \
  }
#define UNPACK(...) __VA_ARGS__

extern "C" {

DEFINE_CONTINUOUS(student_t, (double df), students_t_distribution, df)
DEFINE_CONTINUOUS(noncentral_t, (double df, double delta), non_central_t_distribution, df, delta)
DEFINE_CONTINUOUS(chi_squared, (double df), chi_squared_distribution, df)
DEFINE_CONTINUOUS(noncentral_chi_squared, (double df, double lambda),
                  non_central_chi_squared_distribution, df, lambda)
DEFINE_CONTINUOUS(f, (double df1, double df2), fisher_f_distribution, df1, df2)
DEFINE_CONTINUOUS(noncentral_f, (double df1, double df2, double lambda),
                  non_central_f_distribution, df1, df2, lambda)
DEFINE_CONTINUOUS(beta, (double a, double b), beta_distribution, a, b)
DEFINE_CONTINUOUS(gamma, (double shape, double scale), gamma_distribution, shape, scale)

double furlong_normal_density(double x) {
  return guarded([=] { return bm::pdf(Normal(), x); });
}

double furlong_normal_upper_tail(double x) {
  return guarded([=] { return bm::cdf(bm::complement(Normal(), x)); });
}

double furlong_normal_quantile(double p) {
  return guarded([=] { return bm::quantile(Normal(), p); });
}

double furlong_binomial_probability(double k, double n, double p) {
  return guarded([=] { return bm::pdf(Binomial(n, p), k); });
}

double furlong_binomial_lower_tail(double k, double n, double p) {
  return guarded([=] { return bm::cdf(Binomial(n, p), k); });
}

double furlong_binomial_upper_tail(double k, double n, double p) {
  return guarded([=] { return bm::cdf(bm::complement(Binomial(n, p), k)); });
}

double furlong_poisson_probability(double k, double mean) {
  return guarded([=] { return bm::pdf(Poisson(mean), k); });
}

double furlong_poisson_lower_tail(double k, double mean) {
  return guarded([=] { return bm::cdf(Poisson(mean), k); });
}

double furlong_poisson_upper_tail(double k, double mean) {
  return guarded([=] { return bm::cdf(bm::complement(Poisson(mean), k)); });
}

// By beta functions of whichever of size / (size + mean) and mean / (size + mean) is smaller: the
// other one has lost its digits when size is far from mean.
double furlong_negative_binomial_probability(double k, double size, double mean) {
  return guarded([=] {
    const double p = size / (size + mean), q = mean / (size + mean);
    const double derivative = p < q ? bm::ibeta_derivative(size, k + 1, p, Policy())
                                    : bm::ibeta_derivative(k + 1, size, q, Policy());
    return p / (size + k) * derivative;
  });
}

double furlong_negative_binomial_lower_tail(double k, double size, double mean) {
  return guarded([=] {
    const double p = size / (size + mean), q = mean / (size + mean);
    return p < q ? bm::ibeta(size, k + 1, p, Policy()) : bm::ibetac(k + 1, size, q, Policy());
  });
}

double furlong_negative_binomial_upper_tail(double k, double size, double mean) {
  return guarded([=] {
    const double p = size / (size + mean), q = mean / (size + mean);
    return p < q ? bm::ibetac(size, k + 1, p, Policy()) : bm::ibeta(k + 1, size, q, Policy());
  });
}

double furlong_log_gamma(double x) {
  return guarded([=] { return bm::lgamma(x, Policy()); });
}

double furlong_digamma(double x) {
  return guarded([=] { return bm::digamma(x, Policy()); });
}

double furlong_trigamma(double x) {
  return guarded([=] { return bm::trigamma(x, Policy()); });
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
