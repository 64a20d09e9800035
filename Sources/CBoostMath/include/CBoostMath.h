#ifndef FURLONG_CBOOSTMATH_H
#define FURLONG_CBOOSTMATH_H

// The routines of Boost.Math that Furlong calls, as plain C. Each returns NaN where Boost reports a
// domain, pole, overflow or evaluation error; FurlongNumerics turns NaN into a typed error.

#ifdef __cplusplus
extern "C" {
#endif

/// Declares the routines of one continuous distribution: its density at x, P(X <= x) and P(X > x),
/// and the x with P(X <= x) = p and with P(X > x) = p, 0 < p < 1.
#define FURLONG_CONTINUOUS(name, ...)                                                              \
  double furlong_##name##_density(double x, __VA_ARGS__);                                          \
  double furlong_##name##_lower_tail(double x, __VA_ARGS__);                                       \
  double furlong_##name##_upper_tail(double x, __VA_ARGS__);                                       \
  double furlong_##name##_quantile(double p, __VA_ARGS__);                                         \
  double furlong_##name##_upper_quantile(double p, __VA_ARGS__);

FURLONG_CONTINUOUS(student_t, double df)
FURLONG_CONTINUOUS(noncentral_t, double df, double delta)
FURLONG_CONTINUOUS(chi_squared, double df)
FURLONG_CONTINUOUS(noncentral_chi_squared, double df, double lambda)
FURLONG_CONTINUOUS(f, double df1, double df2)
FURLONG_CONTINUOUS(noncentral_f, double df1, double df2, double lambda)
FURLONG_CONTINUOUS(beta, double a, double b)
FURLONG_CONTINUOUS(gamma, double shape, double scale)

/// The density of the standard normal distribution at x, and P(Z > x).
double furlong_normal_density(double x);
double furlong_normal_upper_tail(double x);
/// The x with P(Z <= x) = p of the standard normal distribution, 0 < p < 1.
double furlong_normal_quantile(double p);

/// Declares the routines of one distribution of counts: P(X = k), P(X <= k) and P(X > k), k a whole
/// number from 0.
#define FURLONG_COUNTS(name, ...)                                                                  \
  double furlong_##name##_probability(double k, __VA_ARGS__);                                      \
  double furlong_##name##_lower_tail(double k, __VA_ARGS__);                                       \
  double furlong_##name##_upper_tail(double k, __VA_ARGS__);

FURLONG_COUNTS(binomial, double n, double p)
FURLONG_COUNTS(poisson, double mean)
FURLONG_COUNTS(negative_binomial, double size, double mean)

/// ln(Gamma(x)), x > 0, and its first and second derivative.
double furlong_log_gamma(double x);
double furlong_digamma(double x);
double furlong_trigamma(double x);
/// Gamma(a) / Gamma(a + delta), without overflow and without cancellation.
double furlong_gamma_ratio(double a, double delta);

/// A function of one number, with whatever it needs besides.
typedef double (*furlong_function)(double x, void *context);

/// A root of f between low and high by TOMS 748 (Alefeld, Potra & Shi 1995), to `bits` bits. The
/// values at both ends must differ in sign. `evaluations` carries the allowance in and the use out;
/// the root is NaN when the allowance ran out.
double furlong_toms748(furlong_function f, void *context, double low, double high, double at_low,
                       double at_high, int bits, unsigned long long *evaluations);

#ifdef __cplusplus
}
#endif
#endif
