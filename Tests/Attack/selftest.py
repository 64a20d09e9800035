"""Plants known leaks, and reports that have none, and expects the attack to tell them apart."""
import collections
import math

import arms
import knowledge
import policies
import quotients
import reading
import releases
import solving
from reading import Number, Report
from system import Contradiction, System

OLD, NEW = policies.POLICIES["small-groups"], policies.POLICIES["nhs-round5"]


def _report(text="", alike=(), flows=(), months=(), everyone=False, **facts):
    """A report of facts, written with __ for a point; a text, or a text and the number behind it."""
    numbers = {}
    for fact, printed in facts.items():
        words, value = printed if isinstance(printed, tuple) else (printed, None)
        numbers[fact.replace("__", ".").replace("_eq_", "=").replace("four_months", "four-months")] = {
            Number("planted", words, value)}
    return Report(numbers, [], list(flows), list(alike), list(months), True, everyone, text, [])


def _values(report, rules, count):
    """The possible values of a count that the attack finds; all where they are one or two."""
    system = knowledge.Knowledge(report, rules).system
    return solving.solve(system, {count: ""})[count].values


def _sums():
    """Four parts of "fewer than 5" that make a total of "fewer than 5": each is 1."""
    few = "fewer than 5"
    report = _report(
        reach__casemix__gender_eq_a=few, reach__casemix__gender_eq_b=few, reach__casemix__gender_eq_c=few,
        reach__casemix__gender_eq_d=few, reach__sessions__attended_any=few,
        reach__s__o__attended_any__of=few)
    return _values(report, OLD, "population|gender=a") == [1] and _values(report, OLD, "population|all") == [4]


def _sums_rounded():
    """Of rounded numbers two parts of "fewer than 5" and a total of 5 stay open."""
    few = "fewer than 5"
    report = _report(reach__casemix__gender_eq_a=few, reach__casemix__gender_eq_b=few,
                     reach__s__o__attended_any__of="5")
    return len(_values(report, NEW, "population|gender=a")) >= 3


def _rounded_pins():
    """Two parts of at most 4 that make at least 8 are 4 each: rounding does not help."""
    report = _report(reach__casemix__gender_eq_a="[c]", reach__casemix__gender_eq_b="fewer than 5",
                     reach__s__o__attended_any__of="10")
    few = _report(reach__casemix__gender_eq_a="fewer than 5", reach__casemix__gender_eq_b="fewer than 5",
                  reach__s__o__attended_any__of="10")
    return _values(few, NEW, "population|gender=b") == [4] and len(_values(report, NEW, "population|gender=b")) >= 3


def _precision():
    """A ratio to all digits has one solution: 14 events in 10,000 days after against 26 in 12,345 before."""
    value = (14 / (10_000 / 365.25)) / (26 / (12_345 / 365.25))
    exact = quotients.ratio(value, (10, 15), (26, 26), (9_000, 10_365), (12_345, 12_345))
    rounded = quotients.ratio(round(value, 2), (10, 15), (26, 26), (9_000, 10_365), (12_345, 12_345))
    elsewhere = quotients.ratio(value, (10, 15), (26, 26), (10_001, 10_365), (12_345, 12_345))
    return exact == [(14, 26, 10_000, 12_345)] and exact != rounded and elsewhere == []


def _attendance():
    """The total less the months shown is the month of few."""
    report = _report(
        text="", flows=[[("reach.s.o.registered", "all are counted here")]], months=["2024-02"],
        reach__s__o__registered="50", reach__sessions__attended="100",
        **{"reach__monthly__2024-03__attended": "60", "reach__monthly__2024-04__attended": "37"})
    return _values(report, OLD, "month|2024-02|attended") == [3]


def _terms():
    """A year less the terms shown is the term of few."""
    report = _report(
        text="", flows=[[("reach.s.o.registered", "all are counted here")]], reach__s__o__registered="50",
        **{"reach__terms__2023/24__attended": "100", "reach__terms__2023/24__autumn__attended": "60",
           "reach__terms__2023/24__spring__attended": "37", "reach__terms__2023/24__summer__attended": "fewer than 5"})
    return _values(report, OLD, "term|2023/24|summer|attended") == [3]


def _left_out():
    """Those lost less the carers are the few staff."""
    report = _report(
        flows=[[("reach.registered", "all are counted here"), ("reach.meets.type", "15 carers, [c] staff")]],
        reach__registered="50", reach__meets__type="32", reach__meets__type__lost__carer="15",
        reach__meets__type__lost__staff="fewer than 5")
    return _values(report, OLD, "left out|type|staff") == [3]


def _rules():
    """12 of 20 better by the plan and 5 the same by rules of the very points: 3 worse; by other points it is open."""
    def values(text):
        here, there = "meaning__reqol10__o__all__", "rules__nhse-cmh__reqol10__o__all__"
        report = _report(text=text, meaning__reqol10__reliable_change_threshold="5", **{
            "rules__nhse-cmh__reqol10__rule_threshold": "5", here + "improved_reliably": "12",
            here + "improved_reliably__of": "20", here + "unchanged": "[c]",
            here + "deteriorated_reliably": "fewer than 5", there + "improved_by_rules": "[c]",
            there + "unchanged_by_rules": "5", there + "deteriorated_by_rules": "fewer than 5"})
        return _values(report, OLD, "ruled worse|nhse-cmh|reqol10|o|all")
    return values("at least 5 points") == [3] and len(values("more than 5 points")) >= 3


def _cut_offs():
    """Both forms less those who crossed another cut-off: 3 did not."""
    def values(rules, crossed):
        report = _report(change__phq9__o__all__n_used="20", change__phq9__o__all__n_eligible="25",
                         meaning__phq9__by_cut_off_a__o__crossed=crossed)
        return _values(report, rules, "used|phq9|o|all less crossed by a|phq9|o|all")
    return values(OLD, "17") == [3] and len(values(NEW, "15")) >= 3


def _absence():
    """6 by at least one coder, withheld by every coder: 5."""
    report = _report(experience__storytellers="12", experience__stories="12", experience__hope__people="6",
                     experience__hope__people_all_coders="[c]")
    return _values(report, OLD, "theme by all|hope") == [5] and len(_values(report, NEW, "theme by all|hope")) >= 3


def _difference():
    """8 stories of 6 people: 2 were a second story; of rounded numbers it is open."""
    def values(rules, stories, tellers):
        report = _report(experience__storytellers=tellers, experience__stories=stories)
        return _values(report, rules, "stories less storytellers")
    return values(OLD, "8", "6") == [2] and len(values(NEW, "10", "5")) >= 3


def _pounds():
    """£60 a person-year of contacts at £1,000 over 50 years: 3 contacts; without the price it is open."""
    def values(price):
        start = "service_use.contact.12-months.all."
        report = _report(**{
            "reach__s__o__attended_any__of": "50", start + "people": "50", start + "people.of": "50", start + "person_time_before": "50",
            start + "person_time_after": "50", start + "events_before": "fewer than 5", start + "events_after": "20",
            "money.trust.12-months.unit_cost.contact": price, "money.trust.12-months.cost_before.contact": "60"})
        return _values(report, NEW, "events_before|contact|12-months|all")
    return values("1000") == [3] and len(values("[c]")) >= 3


def _followed():
    """20 admissions before less the 17 of those who were followed from a landmark: 3 of who had gone."""
    def values(rules, everyone, followed):
        start = "service_use.admission.12-months"
        counts = {f"{start}.all.people": "50", f"{start}.all.events_before": everyone, f"{start}-from-90-days.all.people": "40",
                  f"{start}-from-90-days.all.events_before": followed}
        counts |= {f"{start}-from-90-days.completers={group}.people.of": "15" for group in ("completed", "came", "absent")}
        report = _report(reach__s__o__attended_any__of="50", **counts)
        return _values(report, rules, "events_before|admission|12-months|all less events_before|admission|12-months-from-90-days|all")
    return values(OLD, "20", "17") == [3] and len(values(NEW, "20", "15")) >= 3


def _windows():
    """20 admissions in 18 months less 17 in 12: 3 in the six months more; of rounded numbers it is open."""
    def values(rules, long, short):
        start = "service_use.admission."
        report = _report(reach__s__o__attended_any__of="50", **{
            start + "12-months.all.people": "40", start + "12-months.all.events_before": short,
            start + "18-months.all.people": "40", start + "18-months.all.events_before": long})
        return _values(report, rules, "events_before|admission|18-months|all less events_before|admission|12-months|all")
    return values(OLD, "20", "17") == [3] and len(values(NEW, "20", "15")) >= 3


def _ways():
    """4 admissions over 5, and 4 over 4 without the spells that run on day 0: one ran; of more admissions it is open."""
    def values(rules, after, before):
        start = "service_use.admission.12-months."
        report = _report(**{start + "all.people": "50", start + "all.events_after": after, start + "all.events_before": before,
                            start + "way.both windows whole": "0.80",
                            start + "way.both windows whole, spells running on day 0 left out": "1.00"})
        return _values(report, rules, "running before|admission|12-months|whole|0")
    return values(OLD, "4", "5") == [1] and len(values(NEW, "20", "25")) >= 3


def _served():
    """50 people less the 47 whom the money served: 3 registered at another time."""
    def values(rules, everyone, served):
        report = _report(reach__s__o__attended_any__of=everyone, money__served=served)
        return _values(report, rules, "population|all less served")
    return values(OLD, "50", "47") == [3] and len(values(NEW, "50", "45")) >= 3


def _delivered():
    """£925,300 among about 410 is £2,257 each; £2,246 is among 412, and £9,200 for each of the 25 % who improved no number's."""
    def wrong(each, improved):
        report = _report(money__delivery="925300", money__served="410", money__delivery_per_person=each,
                         **{"money.s.o.improved_of_paired.proportion": "0.25"})
        report.rows = _rows(dict(question="money", measure="cost_per_improved_if_others_alike", outcome="s", occasion="o",
                                 group="all", estimate=improved))
        return len(knowledge.Knowledge(report, NEW).wrong)
    return wrong("2257", "9000") == 0 and wrong("2246", "9000") == 1 and wrong("2257", "9200") == 1


def _told():
    """20 with both forms less 10 without a story less 5 who told of hope: 5 told a story without it."""
    def values(rules, without):
        start = "experience.change.o."
        report = _report(**{"change.swemwbs.o.all.n_used": "20", start + "no_story.people": "10", start + "hope.with.people": "5",
                            start + "hope.without.people": without})
        report.rows = [collections.defaultdict(str, question="experience", measure="people_with_both_forms", outcome="swemwbs",
                                               occasion="o", group="stories:read=no", estimate="10")]
        return _values(report, rules, "told used|o|theme:hope=no")
    return values(OLD, "5") == [5] and values(OLD, "[c]") == [5] and len(values(NEW, "fewer than 5")) >= 3


def _times():
    """20 watched less 12 who had it by a month less 5 still watched: 3 were lost from view; of rounded numbers it is open."""
    def values(rules, watched, had, still):
        start = "time_to_event.discharge.all."
        report = _report(**{"reach__s__o__attended_any__of": "50", start + "watched": watched, start + "6_months.had_by_month": had,
                            start + "6_months.still_watched": still, start + "6_months.lost_from_view": "fewer than 5"})
        return _values(report, rules, "stood lost|discharge|6|all")
    return values(OLD, "20", "12", "5") == [3] and len(values(NEW, "20", "10", "5")) >= 3


def _hours():
    """20 people, of whom a quarter came for up to 2.1 hours, in halves of one: an even number; 2.0 leaves all open."""
    def values(quarter):
        report = _report(**{"reach.sessions.attended_any": "20", "reach.sessions.people_with_hours": "20",
                            "reach.sessions.lower_quarter_hours": quarter})
        return _values(report, NEW, "with hours")
    parts = [quotients.people_of_quantile(quarter, 0.05, 0.5, 0.25, 18, 22) for quarter in (2.1, 2.0)]
    return parts == [[18, 20, 22], [18, 19, 20, 21, 22]] and not {19, 21} & set(values("2.1")) and len(values("2.0")) >= 3


def _hours_places():
    """100 hours of sessions that last 1.5 to 3 are 31 places and more: of 33 places others have 2 at most."""
    def values(total):
        report = _report(**{"reach.sessions.attended_any": "14", "reach.sessions.people_with_hours": "12", "reach.sessions.attended": "33",
                            "reach.sessions.hours_attended": total})
        return _values(report, OLD, "places|attended less places|with hours")
    return values("93") == [2] and len(values("60")) >= 3


def _home_leave():
    """2 nights over 2, and twice as many after as before where leave is left out: 1 night of leave before; of 20 it is open."""
    def values(rules, nights, without):
        start = "service_use.bed-day.12-months."
        report = _report(**{start + "all.people": "50", start + "all.events_after": nights, start + "all.events_before": nights,
                            start + "way.both windows whole": "1.00",
                            start + "way.both windows whole, home leave left out": without})
        return _values(report, rules, "leave before|bed-day|12-months|whole|0|falls")
    return values(OLD, "2", "2.00") == [1] and len(values(NEW, "20", "1.25")) >= 3


def _rows(*rows):
    """Rows of results.csv; what is not said of them is blank."""
    return [collections.defaultdict(str, row) for row in rows]


def _periods():
    """285 events at 6.1 a year over one period of 364 days: 47 people; without the rate it is open."""
    def values(events, rate, any_of, count):
        start = "service_use.contact.52-weeks."
        report = _report(**{start + "all.people": "45", start + "all.people_with_any_before": any_of, start + "all.person_time_before": "45",
                            start + "all.events_before": events, start + "all.rate_before": rate})
        report.rows = _rows(dict(question="service_use", measure="timeline_rate", outcome="contact", group="all",
                                 occasion="52-weeks: -364 to 0 days"))
        return _values(report, NEW, count)
    people = "counted|contact|52-weeks|all"
    return values("285", "6.1", "45", people) == [47] and len(values("15", "[c]", "5", people)) >= 3


def _months():
    """20 known of in the month before day 0 and 17 of them in that before it: 3 were not known yet; of rounded numbers it is open."""
    def values(rules, last, before):
        start = "service_use.contact.12-months."
        report = _report(**{start + "all.people": last, start + "timeline.-1.events": "20", start + "timeline.-2.events": "20"})
        report.rows = _rows(*(dict(question="service_use", measure="timeline_events", outcome="contact", group="all",
                                   occasion=f"12-months: {month} to {month + 1} months", n_used=people)
                              for month, people in ((-2, before), (-1, last))))
        return _values(report, rules, "at risk|contact|12-months|-1 less at risk|contact|12-months|-2")
    return values(OLD, "20", "17") == [3] and len(values(NEW, "20", "15")) >= 3


def _periods_cost():
    """What a period cost must be made of the rates that are printed of it."""
    def wrong(pounds):
        start = "service_use.contact.52-weeks."
        report = _report(**{start + "all.people": "45", start + "timeline.-364.rate": "6.1", "money.trust.52-weeks.unit_cost.contact": "100"})
        report.rows = _rows(
            dict(question="service_use", measure="timeline_rate", outcome="contact", group="all", occasion="52-weeks: -364 to 0 days"),
            dict(question="money", measure="cost_in_period", outcome="trust", group="all", occasion="52-weeks: -364 to 0 days",
                 estimate=pounds))
        return knowledge.Knowledge(report, NEW).wrong
    return wrong("607") and not wrong("610")


def _trial(cost, **more):
    """Two arms of 20, of whom the control arm had 30 nights at £100 after day 0."""
    start, money = "service_use.night.52-weeks.", "money.full.52-weeks."
    facts = {f"change.bdi2.post.{group}.n_used": people for group, people in (("all", "40"), ("arm=new", "20"), ("arm=usual", "20"))}
    for arm, events in (("new", "[c]"), ("usual", "30")):
        facts |= {f"{start}arm={arm}.people": "20", f"{start}arm={arm}.events_after": events, f"reach.casemix.arm={arm}": "20"}
    facts |= {f"{money}arms.post.people.{side}.n_used": "20" for side in ("treated", "control")}
    report = _report(**facts, **{"reach.s.post.attended_any.of": "40", money + "unit_cost.night": "100", "money.delivery": "1000",
                                 "money.served": "20"})
    row = dict(question="money", outcome="full: bdi2", occasion="52-weeks: post", group="arm=new vs usual")
    report.rows = _rows(dict(row, measure="arm_cost_difference", estimate=cost), *(
        dict(row, measure=measure, estimate=estimate, outcome=outcome) for measure, (outcome, estimate) in more.items()),
        dict(question="change", outcome="bdi2", occasion="post", group="all", direction="lower is better"))
    return report


def _arms():
    """£25 dearer of which £50 are the service's: 30 nights less 5; without the difference in cost it is open."""
    count = "events_after|night|52-weeks|arm=new"
    return _values(_trial("25"), OLD, count) == [25] and len(_values(_trial(""), OLD, count)) >= 3


def _arms_ratios():
    """The treated arm's ratio is 1.00 of the control arm's 0.50: 20 nights after 40; of rounded events, or without it, it is open."""
    def values(rules, together):
        start = "service_use.night.52-weeks."
        report = _trial("")
        for fact, text in ((start + "arm=new.events_before", "40"), (start + "arm=new.person_time_before", "16"),
                           (start + "arm=new.person_time_after", "16"), (start + "arm=usual.rate_ratio", "0.50"),
                           ("arms.night.52-weeks.ratio_of_rate_ratios", together)):
            report.numbers[fact] = {Number("planted", text)}
        return _values(report, rules, "events_after|night|52-weeks|arm=new")
    return values(OLD, "1.00") == [20] and len(values(NEW, "1.00")) >= 3 and len(values(OLD, "[c]")) >= 3


def _worth():
    """£1,200 more is any of 100; where 12.0 points at £100 are worth £2 more, it is one of 11."""
    def width(**more):
        report = _trial("1200", arm_effect_difference=("full: bdi2", "-12.0"), **more)
        known = knowledge.Knowledge(report, NEW)
        compared = arms._Compared(known, ("arm=new", "arm=usual"), "bdi2", "52-weeks", "post")
        low, high = compared._between("full", compared._printed("full", "arm_cost_difference", "pounds"))
        return high - low
    return 99 < width() < 101 and width(net_benefit=("full: bdi2 at 100 a point", "2")) < 12


def _near():
    """Arms are compared where none or 10 and more of an arm differ: of 20 all are; where they are not compared it is open."""
    def values(cost, held):
        report = _trial(cost)
        report.rows[0]["held_back"] = held
        report.numbers["money.full.52-weeks.arms.post.people.treated.n_used"] = {Number("planted", "[c]")}
        return _values(report, OLD, "costed|52-weeks|post|treated")
    return values("25", "") == [20] and len(values("", "few people")) >= 3


def _attribute():
    """The number behind the text is read, not the text."""
    page = '<p><data data-fact="reach.sessions.attended" value="17">about 15</data></p>'
    report = reading.read({"report.html": page})
    return report.precise("reach.sessions.attended") == (17.0, 0.0) and any(
        "was not rounded" in line for line in knowledge.Knowledge(report, NEW).wrong)


def _forms():
    """Of two forms of a number the more precise one is read."""
    report = reading.read({
        "report.html": '<span data-fact="a.b">0.68</span>',
        "report.json": '{"lead": [{"text": "0.68", "numbers": [{"fact": "a.b", "text": "0.68", "value": 0.67929841}]}]}'})
    return report.precise("a.b")[0] == 0.67929841


def _results():
    """results.csv is read too: a mean to all digits, and degrees of freedom that should not be there."""
    columns = "question,step,outcome,occasion,group,measure,estimate,df,conf_low,conf_high,n_used,n_eligible,count,of"
    row = "change,s,qpr15,four-months,all,mean_change,2.1134,11,1.2,3.3,10,20,,"
    report = reading.read({"results.csv": f"{columns}\n{row}\n"})
    return (report.precise("change.qpr15.four-months.all.mean_change")[0] == 2.1134 and len(report.wrong) == 1
            and knowledge.Knowledge(report, NEW).system.printed["used|qpr15|four-months|all"] == [10, 12])


def _drawing(lengths):
    bars = "".join(f'<rect x="10" y="{place}" width="{length}" height="22" fill="#000"/>'
                   for place, length in enumerate(lengths))
    rows = "".join(f'<tr><th>stage</th><td><data data-fact="reach.s.o.{word}" value="{value}">{value}</data></td></tr>'
                   for word, value in [("registered", 200), ("attended_any", 110), ("with_baseline", 65)])
    return reading.read({"report.html": f'<figure id="figure-flow-who"><svg>{bars}</svg><table>{rows}</table></figure>'})


def _drawings():
    """A bar of 63 people labelled 65 is seen; one of 65 is not complained of."""
    return bool(_drawing([400, 216, 126]).wrong) and not _drawing([400, 220, 130]).wrong


def _axis(mark):
    ticks = "".join(f'<text x="{x}" y="208" text-anchor="middle">{value}</text>'
                    for x, value in [(100, "0.5"), (200, "1.0"), (258.5, "1.5"), (300, "2.0")])
    rows = "<tr><th>All days</th><td>" + "".join(
        f'<data data-fact="a.{end}" value="{value}">{value}</data>' for end, value in
        [("b", 0.71), ("conf_low", 0.55), ("conf_high", 0.92)]) + "</td></tr>"
    return reading.read({"report.html": f'<figure id="figure-sensitivity-x"><svg>{ticks}<circle cx="{mark}" cy="40" r="5"/>'
                         f'</svg><table>{rows}</table></figure>'})


def _axes():
    """On an axis of ratios a dot at 0.714 beside the label 0.71 is seen; one at 0.71 is not complained of."""
    def place(value):
        return round(200 + 100 * math.log2(value), 2)
    return bool(_axis(place(0.714)).wrong) and not _axis(place(0.71)).wrong


def _markdown():
    """A number that only the Markdown has is seen."""
    return bool(reading.read({"report.json": '{"blocks": [], "lead": [{"text": "a mean of 2.1"}]}',
                              "report.md": "a mean of 2.1135"}).wrong)


def _interval():
    """Twelve people, from an interval to one decimal."""
    width = 2 * 2.200985 * 4.0 / math.sqrt(12)
    return 12 in quotients.people_of_interval(round(width, 1), 0.1, 4.0, 0.05, 0.95, 10, 14) and 14 not in (
        quotients.people_of_interval(width, 1e-9, 4.0, 1e-9, 0.95, 10, 14))


def _effects():
    """Twenty people, from the interval of d_z, from that of d_rm, and from a median's level."""
    noncentral = quotients.people_of_noncentral((0.5, 0.005), [(0.03, 0.005), (0.96, 0.005)], 10, 40)
    half = 1.959964 * math.sqrt((1 / 20 + 0.25 / 40) * 2 * 0.4)
    normal = quotients.people_of_normal((0.5, 0.005), [(0.5 - half, 0.005), (0.5 + half, 0.005)], (0.6, 0.005), 10, 40)
    level = quotients.people_of_level(0.9586, 0.00005, 10, 40)
    return all(20 in fitting and 24 not in fitting and 16 not in fitting for fitting in (noncentral, normal, level))


def _two_releases():
    """A mean of 11 people and one of 10 give the score of the eleventh; to one decimal they do not."""
    def recovered(one, other):
        reports = [_report(change__s__o__all__n_used=people, change__s__o__all__mean_before=(mean[:4], mean))
                   for people, mean in (("11", one), ("10", other))]
        return list(releases._scores(*reports).values())
    exact = recovered("10.545454545454545", "10.300000000000001")
    return len(exact) == 1 and abs(exact[0] - 13) < 1e-6 and recovered("10.5", "10.3") == []


def _impossible():
    """Knowledge that no whole numbers satisfy is seen: twice a number is no 3."""
    system = System()
    system.add({"a": 1, "b": 1}, 3, 3, "planted")
    system.add({"a": 1, "b": -1}, 0, 0, "planted")
    return bool(solving.leaves_possible(system, {})) and not solving.leaves_possible(System(), {})


def _mean():
    """A mean of whole scores to all digits rests on a multiple of 7 people."""
    return quotients.people_of_mean(23 / 7, 0.0, 1.0, 5, 13) == [7]


def _kappa():
    """A kappa of 1 leaves no story that only one coder found a theme in."""
    return {one for _, one in quotients.kappa_tables(1.0, 0.005, (10, 10))} == {0}


def _gap():
    """Of 7 people a part of fewer than 5 and one that is withheld: the latter is at least 5."""
    report = _report(reach__casemix__gender_eq_a="fewer than 5", reach__casemix__gender_eq_b="[c]",
                     reach__s__o__attended_any__of="7")
    return _values(report, OLD, "population|gender=a") == [1, 2]


def _between():
    """Values between the least and the greatest are tried: twice a number is 0, 2 or 4 and never 1."""
    system = System()
    system.know("a", 0, 1)
    system.add({"b": 1, "a": -4}, 0, 0, "planted")
    return solving.solve(system, {"b": ""})["b"].values == [0, 4]


def _contradiction():
    """Parts that are more than their total: the attack says that it is wrong."""
    report = _report(reach__casemix__gender_eq_a="7", reach__casemix__gender_eq_b="7", reach__s__o__attended_any__of="9")
    try:
        _values(report, OLD, "population|gender=a")
    except Contradiction:
        return True
    return False


def _truth():
    """A row that the true numbers break is named."""
    system = System()
    system.sum("total", ["a", "b"], "planted")
    return len(solving.fits(system, {"total": 3, "a": 1, "b": 1})) == 1 and not solving.fits(
        system, {"total": 2, "a": 1, "b": 1})


TESTS = [_sums, _sums_rounded, _rounded_pins, _precision, _attendance, _terms, _left_out, _rules, _cut_offs, _absence, _difference,
         _pounds, _served, _delivered, _followed, _windows, _ways, _told, _times, _periods, _months, _periods_cost, _arms, _arms_ratios, _worth, _near, _hours, _hours_places, _home_leave, _attribute, _forms, _results, _drawings, _axes, _markdown, _interval, _effects, _two_releases, _impossible, _mean, _kappa, _gap,
         _between, _contradiction, _truth]


def run():
    """Runs every test: 0 where all pass."""
    failed = 0
    for test in TESTS:
        passed = test()
        failed += not passed
        print(f"{'ok    ' if passed else 'FAILED'} {test.__doc__.splitlines()[0]}")
    print(f"{len(TESTS) - failed} of {len(TESTS)} planted cases are told right")
    return 1 if failed else 0
