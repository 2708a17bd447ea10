# SPDX-License-Identifier: Apache-2.0
"""How every figure looks: colours that colour-blind readers can tell apart, dashes and markers that
survive grey printing, labels at the lines instead of a legend, and a line that names the source.
"""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib.colors import LinearSegmentedColormap  # noqa: E402

INK = "#222222"
SOFT = "#6b6b6b"
RULE = "#dcdcdc"
MISSING = "#e4e4e4"
FORMATS = ["png", "svg", "pdf"]

# Okabe and Ito's palette, its yellow darkened: (label, colour, dashes, marker).
TRACKS = {
    "general_high": ("General high school", "#0072b2", "-", "o"),
    "comprehensive_high": ("Comprehensive high school", "#56b4e9", (0, (4, 1.5)), "D"),
    "secondary_vocational": ("Secondary vocational", "#d55e00", (0, (6, 1.5)), "s"),
    "technical_school": ("Technical school", "#b98300", (0, (2, 1.2)), "^"),
    "higher_vocational": ("Higher vocational", "#d55e00", "-", "s"),
    "vocational_bachelor": ("Vocational bachelor", "#b8559a", (0, (2, 1.2)), "v"),
    "applied_bachelor": ("Applied bachelor", "#009e73", (0, (6, 1.5)), "o"),
    "academic_bachelor": ("Academic bachelor", "#0072b2", (0, (4, 1.2, 1, 1.2)), "D"),
}
SCENARIOS = [("#d55e00", "-", "s"), ("#0072b2", (0, (5, 1.5)), "o"),
             ("#009e73", (0, (2, 1.2)), "^"), ("#b8559a", (0, (4, 1.2, 1, 1.2)), "D"),
             ("#7a5a00", (0, (1, 1)), "v")]
# Lightness falls evenly, so that order survives in grey.
SEQUENTIAL = LinearSegmentedColormap.from_list(
    "sequential", ["#f3f0e0", "#b9d7c6", "#6fb0b5", "#2f7ca3", "#18406f"])
DIVERGING = LinearSegmentedColormap.from_list(
    "diverging", ["#8c3b00", "#e08a3c", "#f4f1ec", "#5f9fc8", "#0b4a80"])


def apply():
    """Sets matplotlib's defaults; called once by each script."""
    plt.rcParams.update({
        "font.family": "DejaVu Sans", "font.size": 9.5, "text.color": INK,
        "axes.labelcolor": SOFT, "axes.edgecolor": SOFT, "axes.linewidth": 0.8,
        "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
        "axes.grid": True, "axes.grid.axis": "y", "axes.axisbelow": True,
        "axes.titlesize": 10.5, "axes.titleweight": "bold", "axes.titlelocation": "left",
        "grid.color": RULE, "grid.linewidth": 0.7,
        "xtick.color": SOFT, "ytick.color": SOFT, "ytick.major.size": 0, "xtick.major.size": 3,
        "lines.linewidth": 1.9, "lines.markersize": 4.2,
        "figure.facecolor": "white", "savefig.facecolor": "white",
        "svg.hashsalt": "tandem", "pdf.fonttype": 42,
    })


def canvas(width, height, columns=1, rows=1, **options):
    """A figure with room for the title above and the source below."""
    figure, axes = plt.subplots(rows, columns, figsize=(width, height), squeeze=False, **options)
    return figure, axes


def frame(figure, title, subtitle, source, left=0.07, right=0.97, top=0.80, bottom=0.14, **spaces):
    """Title, what is shown in which unit, and the source; margins in shares of the figure."""
    figure.subplots_adjust(left=left, right=right, top=top, bottom=bottom, **spaces)
    height = figure.get_figheight()
    figure.text(0.02, 1.0 - 0.14 / height, title, fontsize=14, weight="bold", va="top")
    figure.text(0.02, 1.0 - 0.45 / height, subtitle, fontsize=9.5, color=SOFT, va="top",
                linespacing=1.35)
    figure.text(0.02, 0.10 / height, source, fontsize=7.5, color=SOFT, va="bottom")


def source_line(run, title=None):
    """Program, scenario and size of the run a figure was drawn from."""
    a = run.attributes
    version = a["program_version"].replace("unknown", "(version unknown)")
    state = "" if run.is_complete else " · PARTIAL RESULT"
    return (f"Source: Tandem {version} · {title or run.titles()[0]} · "
            f"{run.replicates()} replicate{'s' if run.replicates() > 1 else ''} · one agent stands for {a['scale']:,} people · "
            f"seed {a['seed']}{state}")


def label_ends(axis, ends, gap=0.045):
    """Writes (value, text, colour) to the right of the lines' ends, moved apart where they would
    overlap; `gap` is the least distance as a share of the axis."""
    low, high = axis.get_ylim()
    least = gap * (high - low)
    ends = sorted(ends, key=lambda end: end[0])
    places = [value for value, _, _ in ends]
    for _ in range(200):
        moved = False
        for i in range(len(places) - 1):
            overlap = least - (places[i + 1] - places[i])
            if overlap > 1e-9 * (high - low):
                places[i] -= overlap / 2.0
                places[i + 1] += overlap / 2.0
                moved = True
        if not moved:
            break
    shift = max(0.0, low - places[0]) if places else 0.0
    right = axis.get_xlim()[1]
    for (value, text, colour), place in zip(ends, places):
        axis.annotate(text, (right, place + shift), xytext=(6, 0), textcoords="offset points",
                      color=colour, va="center", fontsize=9, annotation_clip=False)


def years_axis(axis, years):
    """Whole years, every second one where there are many."""
    years = np.asarray(years)
    step = 1 if years.size <= 8 else 2
    axis.set_xticks(years[::step])
    axis.set_xlim(years[0], years[-1])


def add_format(parser):
    """The option that every script has."""
    parser.add_argument("--format", choices=FORMATS, nargs="+", default=["png"],
                        help="one or more of png, svg, pdf (default: png)")


def save(figure, folder, name, forms):
    """Writes the figure in each format, without a time stamp; the paths, a line each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.{form}" for form in forms]
    for path, form in zip(paths, forms):
        metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(form)
        figure.savefig(path, format=form, dpi=160, metadata=metadata)
    plt.close(figure)
    return "\n".join(map(str, paths))


def short(value):
    """A number for an axis: 2.5 m, 12 k."""
    for size, word in ((1e9, " bn"), (1e6, " m"), (1e4, " k")):
        if abs(value) >= size:
            return minus(f"{value / (1e3 if size == 1e4 else size):.4g}{word}")
    return minus(f"{value:.4g}")


def minus(text):
    """A true minus sign for a hyphen."""
    return text.replace("-", "\N{MINUS SIGN}")


def words(name):
    """"Placement rate" for "placement_rate"."""
    text = name.replace("_", " ").replace("gini", "Gini")
    return text[:1].upper() + text[1:]
