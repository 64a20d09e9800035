"""Answers a row each time that a line comes in, with the seconds that it took and the answer.

peer.py PEER ROW INPUT: the input is read before; only the analysis is timed. Peers: scipy, statsmodels,
pingouin, numpy.
"""

import json
import sys
import time

import numpy
import pandas
import scipy.stats

peer, row, path = sys.argv[1:4]
frame = pandas.read_csv(path)
SCALES = 100


def limits(result, estimate):
    low, high = result.confidence_interval
    return {"estimate": float(estimate), "low": float(low), "high": float(high)}


def bca_mean_change():
    d = after - before
    result = scipy.stats.bootstrap(
        (d,), numpy.mean, n_resamples=10_000, method="BCa", vectorized=True,
        rng=numpy.random.default_rng(1))
    return limits(result, d.mean())


def bca_dz():
    def dz(x, axis=-1):
        return x.mean(axis=axis) / x.std(axis=axis, ddof=1)

    d = after - before
    result = scipy.stats.bootstrap(
        (d,), dz, n_resamples=10_000, method="BCa", vectorized=True,
        rng=numpy.random.default_rng(1))
    return limits(result, dz(d))


def sign_flip():
    def change(x, y, axis=-1):
        return numpy.mean(y - x, axis=axis)

    result = scipy.stats.permutation_test(
        (before, after), change, permutation_type="samples", vectorized=True, n_resamples=10_000,
        rng=numpy.random.default_rng(1))
    return {"estimate": float(result.statistic), "p": float(result.pvalue)}


def label_permutation():
    def difference(x, y, axis=-1):
        return numpy.mean(x, axis=axis) - numpy.mean(y, axis=axis)

    result = scipy.stats.permutation_test(
        (before[:250], before[-250:]), difference, permutation_type="independent",
        vectorized=True, n_resamples=10_000, rng=numpy.random.default_rng(1))
    return {"estimate": float(result.statistic), "p": float(result.pvalue)}


def scales_scipy():
    # All scales at once: the fastest way that scipy has.
    test = scipy.stats.ttest_rel(afters, befores, axis=1)
    d = afters - befores
    mean = d.mean(axis=1)
    dz = mean / d.std(axis=1, ddof=1)
    variances = befores.var(axis=1, ddof=1) + afters.var(axis=1, ddof=1)
    return {
        "t": float(test.statistic.sum()), "p": float(test.pvalue.sum()), "dz": float(dz.sum()),
        "dav": float((mean / numpy.sqrt(variances / 2)).sum())}


def scales_statsmodels():
    sums = dict(t=0.0, p=0.0, dz=0.0, dav=0.0)
    for x, y in zip(befores, afters):
        change = DescrStatsW(y - x)
        t, p, _ = change.ttest_mean()
        first, second = DescrStatsW(x), DescrStatsW(y)
        mean, sd = change.mean, change.std_ddof(1)
        variances = first.var_ddof(1) + second.var_ddof(1)
        for name, value in (
                ("t", t), ("p", p), ("dz", mean / sd), ("dav", mean / (variances / 2) ** 0.5)):
            sums[name] += float(value)
    return sums


def scales_pingouin():
    # Its interval of d is the normal approximation for d_z about d_av: not compared.
    sums = dict(t=0.0, p=0.0, dav=0.0)
    for x, y in zip(befores, afters):
        test = pingouin.ttest(y, x, paired=True)
        d = pingouin.compute_effsize(y, x, paired=True, eftype="cohen")
        pingouin.compute_esci(stat=d, nx=len(x), ny=len(y), paired=True, eftype="cohen", decimals=9)
        for name, value in (
                ("t", test["T"].iloc[0]),
                ("p", test["p_val" if "p_val" in test else "p-val"].iloc[0]), ("dav", d)):
            sums[name] += float(value)
    return sums


def signed_rank():
    result = scipy.stats.wilcoxon(
        after - before, zero_method="wilcox", correction=False, method="exact")
    return {"w": float(result.statistic), "p": float(result.pvalue)}


def alpha_of_sums(units, yes, pairs):
    # Krippendorff's alpha of yes or no by three coders: from how often yes is said, and by how many pairs.
    values, apart = 3 * units, 2 * yes - 2 * pairs
    return 1 - (values - 1) * apart / (2 * yes * (values - yes))


def alphas_numpy():
    # As fast as numpy goes: how often each story is drawn, times what each story has.
    stories, lengths = numpy.unique(frame["story"], return_index=True)
    lengths = frame["length"].to_numpy()[lengths].astype(float)
    by_story = row == "agreement-by-story"
    found = frame[frame["coder"] >= 0]
    if by_story:
        coded = numpy.zeros((len(stories), 6, 3))
        coded[found["story"], found["code"], found["coder"]] = 1
        yes = coded.sum(2)
        pairs = yes * (yes - 1) / 2
        units = numpy.ones(len(stories))
    else:
        yes, pairs, units = numpy.zeros((len(stories), 6)), numpy.zeros((len(stories), 6)), lengths
        numpy.add.at(yes, (found["story"], found["code"]), found["end"] - found["start"])
        for a in range(3):
            for b in range(a):
                both = found[found["coder"] == a].merge(found[found["coder"] == b], on=["story", "code"])
                shared = numpy.minimum(both["end_x"], both["end_y"]) - numpy.maximum(both["start_x"], both["start_y"])
                numpy.add.at(pairs, (both["story"], both["code"]), numpy.maximum(shared, 0))
    n = len(stories)
    table = numpy.hstack([units[:, None], yes, pairs])
    rng = numpy.random.default_rng(1)
    drawn = numpy.empty((1000, 13))
    for first in range(0, 1000, 100):
        times = rng.multinomial(n, numpy.full(n, 1 / n), size=100).astype(float)
        drawn[first:first + 100] = times @ table
    whole = table.sum(0)
    alphas = alpha_of_sums(whole[0], whole[1:7], whole[7:])
    draws = alpha_of_sums(drawn[:, :1], drawn[:, 1:7], drawn[:, 7:])
    low, high = numpy.quantile(draws, (0.025, 0.975), axis=0)
    return {"sum": float(alphas.sum()), "estimate": float(alphas[5]), "low": float(low[5]), "high": float(high[5])}


if row.startswith("agreement"):
    before = after = None
elif row.startswith("paired-scales"):
    befores = numpy.ascontiguousarray(frame[[f"b{s}" for s in range(SCALES)]].to_numpy().T)
    afters = numpy.ascontiguousarray(frame[[f"a{s}" for s in range(SCALES)]].to_numpy().T)
else:
    before, after = frame["before"].to_numpy(), frame["after"].to_numpy()
if peer == "statsmodels":
    from statsmodels.stats.weightstats import DescrStatsW
if peer == "pingouin":
    import pingouin

analysis = {
    ("scipy", "bca-mean-change"): bca_mean_change,
    ("scipy", "bca-dz"): bca_dz,
    ("scipy", "sign-flip"): sign_flip,
    ("scipy", "label-permutation"): label_permutation,
    ("scipy", "paired-scales"): scales_scipy,
    ("statsmodels", "paired-scales"): scales_statsmodels,
    ("pingouin", "paired-scales-intervals"): scales_pingouin,
    ("scipy", "signed-rank"): signed_rank,
    ("numpy", "agreement-by-story"): alphas_numpy,
    ("numpy", "agreement-by-span"): alphas_numpy,
}[peer, row]


def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


for _ in sys.stdin:
    start = time.perf_counter()
    answer = analysis()
    seconds = time.perf_counter() - start
    print(json.dumps({"answer": answer, "seconds": seconds, "peak_kib": peak()}), flush=True)
