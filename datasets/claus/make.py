#!/usr/bin/env python3
"""Writes exports/claus_2020.sav from the CSV file that R's write.csv makes of clinicalsignificance::claus_2020.

    R -e 'write.csv(clinicalsignificance::claus_2020, "claus_2020.csv", row.names = FALSE)'
    ./make.py claus_2020.csv              (needs pandas and pyreadstat)

What was not recorded (NA) becomes -9, which the SPSS file declares as missing.
"""

import sys
from pathlib import Path

import pandas
import pyreadstat

LABELS = {
    "id": "Participant", "age": "Age in years", "sex": "Sex", "treatment": "Treatment", "time": "Occasion of measurement",
    "bdi": "BDI-II, total", "shaps": "Snaith-Hamilton Pleasure Scale, total", "who": "WHO-5, raw sum",
    "hamd": "Hamilton Rating Scale for Depression, total",
}
SCORES = ["bdi", "shaps", "who", "hamd"]

table = pandas.read_csv(sys.argv[1])[list(LABELS)]
table["sex"] = table["sex"].map({"Male": 1, "Female": 2})
table["treatment"] = table["treatment"].map({"TAU": 1, "PA": 2})
table[SCORES] = table[SCORES].fillna(-9)
pyreadstat.write_sav(
    table.astype(float), Path(__file__).parent / "exports/claus_2020.sav",
    column_labels=list(LABELS.values()),
    variable_value_labels={
        "sex": {1.0: "Male", 2.0: "Female"}, "treatment": {1.0: "Treatment as usual", 2.0: "Placebo amplification"},
        **{name: {-9.0: "not recorded"} for name in SCORES},
    },
    missing_ranges={name: [-9] for name in SCORES},
    variable_format={name: "F8.0" for name in LABELS},
)
