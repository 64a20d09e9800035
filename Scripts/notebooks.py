"""Executes the notebooks, or looks after their outputs. Scripts/notebooks calls it.

usage: notebooks.py --check           fail where a committed notebook has outputs
       notebooks.py --clear           take them out
       notebooks.py NAME=RESULTS ...  execute each on its results.csv, into build/notebooks/
"""
import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def cleared(text):
    """The notebook without outputs, numbers of runs and what an editor added."""
    notebook = json.loads(text) | {"metadata": METADATA}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        if cell["cell_type"] == "code":
            cell |= {"execution_count": None, "outputs": []}
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def look_after(write):
    stale = False
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        text = path.read_text(encoding="utf-8")
        if text == cleared(text):
            continue
        if write:
            path.write_text(cleared(text), encoding="utf-8")
        else:
            stale = True
            print(f"notebooks: {path.name} has outputs, or an editor's metadata: run `Scripts/notebooks --clear`",
                  file=sys.stderr)
    return stale


def execute(name, results):
    """Runs one notebook where it stands; true when it failed."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    os.environ["FURLONG_RESULTS"] = results
    failure = None
    try:
        NotebookClient(notebook, kernel_name="python3", timeout=300, record_timing=False,
                       extra_arguments=["--log-level=ERROR"],
                       resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        failure = re.sub(r"\x1b\[[0-9;]*m", "", str(error)).strip()  # without its colours
    warnings = [output.text for cell in notebook.cells for output in cell.get("outputs", [])
                if output.output_type == "stream" and output.name == "stderr"]
    failure = failure or "".join(warnings)
    made = ROOT / "build" / "notebooks" / f"{name}.ipynb"
    nbformat.write(notebook, made)
    said = [output.text for cell in notebook.cells for output in cell.get("outputs", [])
            if output.output_type == "stream" and output.name == "stdout"]
    if failure:
        print(failure, file=sys.stderr)
        print(f"notebooks: {name} FAILED, as far as it came in build/notebooks/{name}.ipynb", file=sys.stderr)
    else:
        print(f"notebooks: {name} ran" + (f": {said[-1].strip()}" if said else ""))
    return bool(failure)


if sys.argv[1:] in (["--check"], ["--clear"]):
    sys.exit(look_after(write=sys.argv[1] == "--clear"))

# Nothing of the user's own Jupyter is read or written.
private = ROOT / "build" / "notebooks-venv" / "jupyter"
os.environ |= {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_NO_CONFIG": "1", "PYTHONNOUSERSITE": "1", "NO_COLOR": "1",
               "JUPYTER_RUNTIME_DIR": str(private), "JUPYTER_CONFIG_DIR": str(private), "JUPYTER_DATA_DIR": str(private),
               "IPYTHONDIR": str(private)}
sys.exit(any([execute(*argument.split("=", 1)) for argument in sys.argv[1:]]))
