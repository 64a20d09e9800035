#ifndef FURLONG_CBOOSTMATH_H
#define FURLONG_CBOOSTMATH_H

// The routines of Boost.Math that Furlong calls, as plain C. Each returns NaN where Boost reports a
// domain, pole, overflow or evaluation error; FurlongNumerics turns NaN into a typed error.

#ifdef __cplusplus
extern "C" {
#endif

/// P(Z > x) of the standard normal distribution.
double furlong_normal_upper_tail(double x);
/// The x with P(Z <= x) = p of the standard normal distribution, 0 < p < 1.
double furlong_normal_quantile(double p);

/// P(T <= x) and P(T > x) of Student's t with df degrees of freedom.
double furlong_student_t_lower_tail(double x, double df);
double furlong_student_t_upper_tail(double x, double df);
/// The x with P(T <= x) = p of Student's t, 0 < p < 1.
double furlong_student_t_quantile(double p, double df);

/// P(T <= x) and P(T > x) of the noncentral t with df degrees of freedom and noncentrality delta.
double furlong_noncentral_t_lower_tail(double x, double df, double delta);
double furlong_noncentral_t_upper_tail(double x, double df, double delta);

/// ln(Gamma(x)), x > 0.
double furlong_log_gamma(double x);
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
