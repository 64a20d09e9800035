"""The attack on one college, and the table of many."""
import argparse
import collections
import dataclasses
import multiprocessing
import os
import sys
import time

import colleges
import knowledge
import policies
import reading
import rehearsal
import releases
import selftest
import solving
import tool
import trials
import truth
from system import Contradiction

DIFFERENCES = "1e differences"
KINDS = ["1a sums", "1b full precision", "1c attendance", "1d absence", DIFFERENCES]
OUTCOMES = ["one", "two", "three or more"]


@dataclasses.dataclass
class Finding:
    """What the attack found of one college."""

    college: str
    counts: collections.Counter = dataclasses.field(default_factory=collections.Counter)  # (kind, outcome)
    leaks: list = dataclasses.field(default_factory=list)    # (kind, count, values, true value)
    reasons: dict = dataclasses.field(default_factory=dict)  # count -> what leaves it so few values
    wrong: list = dataclasses.field(default_factory=list)    # what was not rounded, or told by a drawing
    mistakes: list = dataclasses.field(default_factory=list)  # where the attacker's knowledge is not true
    refused: str = ""  # why there is no report
    right: int = 0
    checked: int = 0
    seconds: tuple = ()


def examine(report, rules, output, finding, explained=0):
    """Every hidden count of a report: how many values it can have, and of so many leaks why."""
    true = truth.values(output.results, output.people, report.left_out_months)
    true |= output.also
    known = knowledge.Knowledge(report, rules)
    finding.wrong += known.wrong
    system = known.system
    finding.mistakes += solving.fits(system, true)
    if strange := solving.leaves_possible(system, true):
        finding.mistakes.append(f"with all true numbers {strange}")
    small = truth.differences(system, true) | truth.few_sums(system, output.people, output.results)
    sought = {**{difference: DIFFERENCES for difference in small}, **system.hidden}
    answers = solving.solve(system, sought)
    for count, kind in sought.items():
        answer, value = answers[count], small.get(count, true.get(count))
        is_told = answer.values and answer.is_sure
        outcome = OUTCOMES[min(len(answer.values), 3) - 1] if is_told else OUTCOMES[2]
        finding.counts[kind, outcome] += 1
        # What the solver did not settle in its time is a mistake, below, and no leak.
        if answer.values and not answer.is_safe and answer.is_sure:
            finding.leaks.append((kind, count, answer.values, value))
            if value is not None and value not in answer.values:
                finding.mistakes.append(f"{count} was said to be {answer.values} and is {value}")
            finding.right += value in answer.values
            finding.checked += value is not None
        if not answer.is_sure:
            finding.mistakes.append(f"{count}: out of time, not settled: attack this college again on a machine that is idle")
    for _, count, *_ in finding.leaks[:explained]:
        finding.reasons[count] = solving.explain(system, count)


def attack(job):
    """Makes, reads and attacks one college."""
    label, college, options = job
    finding = Finding(label)
    try:
        start = time.monotonic()
        output = tool.make(options.furlong, college)
        made = time.monotonic()
        report = reading.read(output.forms)
        rules = policies.POLICIES[options.policy]
        if options.rehearse:
            report = rehearsal.release(report, rules)
        examine(report, rules, output, finding, options.explain)
        finding.seconds = (made - start, time.monotonic() - made)
    except tool.Refused as error:
        finding.refused = str(error).splitlines()[0]
    except (tool.ToolError, Contradiction, RuntimeError) as error:
        finding.mistakes.append(f"{type(error).__name__}: {error}")
    return finding


def jobs(options):
    """The colleges and trials asked for: those of the seeds, and the college of 66 with 3, 6 and no people without a first form."""
    word = "open-data" if options.rehearse else options.policy
    made = []
    for seed in options.seeds if options.trials and not (options.rehearse or options.expect_leaks) else ():
        groups = options.groups if options.groups is not None else seed % 2 == 1
        made.append((f"trial {seed}{', groups' if groups else ''}", trials.Trial(seed, word, groups), options))
    for seed in options.seeds if options.colleges else ():
        groups = options.groups if options.groups is not None else seed % 2 == 1
        # Every third counts by named sets of rules too, every second follows completers, counts use in every way, or asks
        # how long it took; every fifth counts use over two windows, every seventh says no prices, every third how long sessions
        # last, three of eight know nights on leave, every sixth has a published series, and every tenth assigned people to arms.
        kinds = {"groups": groups, "rules": seed % 3 == 0, "completers": seed // 2 % 2 == 1, "ways": seed // 4 % 2 == 1,
                 "times": seed % 4 in (1, 2), "windows": seed % 5 == 4, "delivery": seed % 7 == 3, "hours": seed % 3 == 2,
                 "leave": seed % 8 in (3, 4, 6), "series": seed % 6 == 4, "arms": seed % 5 == 1 and seed // 2 % 2 == 0}
        made.append((", ".join([f"seed {seed}", *(kind for kind, asked in kinds.items() if asked)]),
                     colleges.College(seed, word, **kinds), options))
    if options.college_of_66:
        for few in (3, 6, 0):
            groups = options.groups if options.groups is not None else few == 3
            made.append((f"college of 66, {few} without a first form{', groups' if groups else ''}",
                         colleges.college_of_66(word, groups, few), options))
    return made


def print_table(findings):
    """How many hidden counts of each kind have one, two, and three or more possible values."""
    kinds = KINDS + sorted({kind for finding in findings for kind, _ in finding.counts} - set(KINDS))
    total = collections.Counter()
    for finding in findings:
        total.update(finding.counts)
    print(f"\n{'hidden counts that can have':32}{'one value':>12}{'two values':>12}{'three or more':>15}{'colleges':>12}")
    for kind in kinds:
        leaking = sum(any(found == kind for found, *_ in finding.leaks) for finding in findings)
        print(f"{kind:32}" + "".join(f"{total[kind, outcome]:>{width},}" for outcome, width in zip(OUTCOMES, (12, 12, 15)))
              + f"{leaking:>8} of {len(findings)}")
    print("(colleges: those in which a count of the kind has fewer than three)")
    if refused := sum(bool(finding.refused) for finding in findings):
        print(f"{refused} of {len(findings)} colleges got no report, since the gate found no way to keep a count")


def print_releases(difference):
    """What the difference of two releases tells."""
    print(f"\n1f two releases, one person apart: {len(difference.scores)} scores of that person recovered, "
          f"{difference.right} of {sum(fact in difference.scores for fact in difference.true)} that can be checked are "
          f"right; {len(difference.counts)} counts must have gone up by one")


def options_of(arguments):
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="Scripts/attack", description="Attacks reports as a clever reader would: which hidden counts can be found?")
    parser.add_argument("--furlong", default=".build/release/furlong", help="the tool (default: %(default)s)")
    parser.add_argument("--seeds", default="1-12", metavar="A-B", help="colleges to make (default: %(default)s)")
    parser.add_argument("--policy", default="nhs-round5", choices=sorted(policies.POLICIES))
    parser.add_argument("--groups", action=argparse.BooleanOptionalAction, help="ask by age band and gender "
                        "(default: every second college)")
    parser.add_argument("--colleges", action=argparse.BooleanOptionalAction, default=True, help="a college of each seed")
    parser.add_argument("--trials", action=argparse.BooleanOptionalAction, default=True, help="a trial of each seed")
    parser.add_argument("--college-of-66", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--two-releases", action="store_true", help="compare two releases one person apart instead")
    parser.add_argument("--expect-leaks", action="store_true", help="succeed where every kind is found at least once")
    parser.add_argument("--rehearse", action="store_true", help="round an open-data report by the plain rules of the "
                        "policy, and attack that")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--list", type=int, default=20, metavar="N", help="leaks to print of each college")
    parser.add_argument("--explain", type=int, default=0, metavar="N", help="of N leaks of each college say why (slow)")
    parser.add_argument("--self-test", action="store_true", help="plant leaks and expect each to be found")
    options = parser.parse_args(arguments)
    first, _, last = options.seeds.partition("-")
    options.seeds = range(int(first), int(last or first) + 1)
    return options


def main(arguments):
    """0 where nothing was found (or, with --expect-leaks, everything), 1 else, 2 where the attack itself went wrong."""
    options = options_of(arguments)
    if options.self_test:
        return selftest.run()
    differences = []
    if options.two_releases or options.expect_leaks:
        seed = options.seeds[0]
        college = colleges.College(seed, options.policy, bool(options.groups), everyone_registered_in_period=True)
        try:
            differences.append(releases.compare(options.furlong, college, policies.POLICIES[options.policy]))
        except tool.ToolError as error:
            print(f"the two releases could not be made: {error}")
            return 2
    if options.two_releases:
        print_releases(differences[0])
        return 1 if differences[0].scores else 0
    findings = []
    with multiprocessing.Pool(options.workers) as pool:
        for finding in pool.imap(attack, jobs(options)):
            findings.append(finding)
            took = " + ".join(f"{seconds:.1f} s" for seconds in finding.seconds)
            print(f"{finding.college}: {len(finding.leaks)} with fewer than three values, {finding.right} of "
                  f"{finding.checked} that can be checked are right ({took})")
            for kind, count, values, value in finding.leaks[:options.list]:
                truly = "" if value is None else f", truly {value}"
                print(f"  {kind}: {count} is {' or '.join(map(str, values))}{truly}")
                if count in finding.reasons:
                    print(f"    because of: {'; '.join(finding.reasons[count])}")
            if len(finding.leaks) > options.list:
                print(f"  … and {len(finding.leaks) - options.list} more")
            if finding.refused:
                print(f"  no report: {finding.refused}")
            for line in finding.wrong[:options.list]:
                print(f"  told by its form: {line}")
            for line in finding.mistakes[:options.list]:
                print(f"  THE ATTACK IS WRONG: {line}")
            sys.stdout.flush()
    print_table(findings)
    for difference in differences:
        print_releases(difference)
    if any(finding.mistakes for finding in findings):
        return 2
    if options.expect_leaks:
        found = {kind for finding in findings for kind, *_ in finding.leaks}
        missing = [kind for kind in KINDS if kind not in found] + ([] if differences[0].right else ["1f"])
        print("every kind was found" if not missing else f"not found: {', '.join(missing)}")
        return 1 if missing else 0
    return 1 if any(finding.leaks or finding.wrong for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
