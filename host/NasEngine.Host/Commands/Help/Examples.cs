namespace NasEngine.Host.Commands.Help;

/// <summary>What help begins with: command lines that work, and what they do.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, (string Line, string What)[]> Known = new(StringComparer.Ordinal)
    {
        ["nas"] =
        [
            ("nas run scripts/quickstart.csx", "search; run again, it goes on where it was"),
            ("nas watch quickstart", "see it from another terminal"),
            ("nas best quickstart", "what it found"),
            ("nas run RECIPE --help", "a recipe's parameters"),
        ],
        ["nas run"] =
        [
            ("nas run scripts/quickstart.csx", "on two cores some minutes"),
            ("nas run scripts/nasbench201.csx --set table=FILE --set seed=3", "with parameters of the recipe"),
            ("nas run my.csx --workers 4 --threads-per-worker 2 --job-memory 4000", "on a larger machine"),
            ("nas run my.csx --help", "the recipe's parameters"),
            ("nas run my.csx --dry-run", "what it would do, and about how long"),
        ],
        ["nas worker"] =
        [
            ("nas worker --join 10.0.0.5:7788 --slots 4", "four workers of this machine, for a search with --cluster there"),
            ("nas worker --join 10.0.0.5:7788 --device cuda:0 --tags gpu", "one, on its GPU, for recipes with .On(\"gpu\")"),
            ("nas worker --join 10.0.0.5:7788,10.0.0.6:7788", "for a search that may be at either"),
            ("nas worker --join nas-coordinator.default.svc:7788", "where that name leads, now and later"),
        ],
        ["nas cluster"] = [("nas cluster init", "certificates, to be copied to every machine")],
        ["nas nodes"] = [("nas nodes quickstart", "who worked for it"), ("nas nodes quickstart --json", "for machines")],
        ["nas resume"] =
        [
            ("nas resume quickstart", "after Ctrl-C, a crash or a pause"),
            ("nas resume quickstart --budget trials=100", "more trials, of a finished search too"),
            ("nas resume quickstart --data DIR", "where its data lie elsewhere now"),
        ],
        ["nas import table"] =
        [
            ("nas import table nasbench201.csv.gz --name cells --space nasbench201 --format nas-bench-201", "a published table"),
            ("nas import table results.csv --name mine --space mlp --arch network --metric val_accuracy=acc --percent", "one of your own"),
        ],
        ["nas study import"] =
        [
            ("nas study import optuna.db --study cells --space nasbench201 --metric val_accuracy --name cells", "then: nas run cells.csx"),
        ],
        ["nas study export"] = [("nas study export quickstart --to quickstart.db", "then: optuna-dashboard sqlite:///quickstart.db")],
        ["nas list"] = [("nas list", "all searches and their states"), ("nas list --json", "for machines")],
        ["nas show"] = [("nas show quickstart", "where it is, and what it found"), ("nas show 3 --json", "all of search number 3")],
        ["nas trials"] =
        [
            ("nas trials quickstart --top 10", "the best ten"),
            ("nas trials quickstart --where 'macs<4e6' --sort val_accuracy", "the cheap ones, best first"),
            ("nas trials quickstart --state failed", "what failed, and why"),
            ("nas trials quickstart --csv > trials.csv", "for a spreadsheet"),
        ],
        ["nas best"] =
        [
            ("nas best quickstart", "the winners, or the best so far"),
            ("nas best quickstart --top 1 --architecture", "the architecture alone, for scripts"),
        ],
        ["nas pareto"] =
        [
            ("nas pareto quickstart", "by the axes of the objective"),
            ("nas pareto quickstart --axes val_accuracy,params", "by others"),
        ],
        ["nas compare"] = [("nas compare first second", "definitions, bests, curves and fronts beside each other")],
        ["nas logs"] = [("nas logs quickstart --last 20", "the last twenty lines"), ("nas logs quickstart --all", "each trial too"), (
            "nas logs quickstart --follow", "until it ends")],
        ["nas report"] = [("nas report quickstart", "results/quickstart/report.html"), (
            "nas report quickstart --to now.html", "elsewhere")],
        ["nas watch"] = [("nas watch quickstart", "until it ends"), ("nas watch quickstart --json", "an object for each change")],
        ["nas stop"] = [("nas stop quickstart", "it can be resumed")],
        ["nas pause"] = [("nas pause quickstart", "nothing new begins"), ("nas resume quickstart", "it goes on")],
        ["nas ask"] =
        [
            ("nas ask mine", "the next trial of a search with .Estimator(\"told\")"),
            ("nas ask mine --json", "the same for a program that trains it"),
        ],
        ["nas tell"] =
        [
            ("nas tell mine 3 val_accuracy=0.91", "what came of trial 3"),
            ("nas tell mine 4 --failed 'out of memory'", "a trial without a result"),
        ],
        ["nas enqueue"] = [("nas enqueue mine '|nor_conv_3x3~0|+…'", "this architecture is the next trial when the search goes on")],
        ["nas export"] =
        [
            ("nas export quickstart --to best.onnx", "its winner as a model"),
            ("nas export quickstart --to model", "with card, weights and picture, in a folder"),
        ],
        ["nas note"] =
        [
            ("nas note quickstart 'the data were mended after trial 12'", "of the search; while it runs too"),
            ("nas note quickstart 'looks overfitted' --trial 17", "of a trial"),
        ],
        ["nas rename"] = [("nas rename quickstart first-try", "with results, log and what was made of it")],
        ["nas delete"] = [("nas delete quickstart", "asks first"), ("nas delete quickstart --yes", "does not")],
        ["nas worth"] =
        [
            ("nas worth quickstart", "against 20 random architectures of its cost"),
            ("nas worth quickstart --against 50 --plan", "how long that would take"),
        ],
        ["nas retrain"] =
        [
            ("nas retrain quickstart --trial 12", "as the winners were trained"),
            ("nas retrain quickstart --epochs 50", "the winner, for longer"),
            ("nas retrain quickstart --trial 12 --seed 1", "once more, from other weights"),
            ("nas export quickstart --trial 12 --to model.onnx", "what came of it as a model"),
        ],
        ["nas slice"] =
        [
            ("nas slice bignas --under macs=5e5", "for a device that is half as fast"),
            ("nas slice bignas --under latency_ms=4 --latencies phone.json", "for a phone, by its latency table"),
            ("nas export bignas.under-macs500000 --to model.onnx", "what came of it as a model"),
        ],
        ["nas plugins"] = [("nas plugins", "what there is to search with"), ("nas plugins show fp-nas", "the options of a part")],
        ["nas plugins check"] = [("nas plugins check bin/Release/net10.0", "does it do what the engine relies on")],
        ["nas plugins add"] = [("nas plugins add bin/Release/net10.0", "named in plugins.json of this folder")],
        ["nas plugins search"] =
        [
            ("nas plugins search annealing", "plugins that the feeds of NuGet have"),
            ("nas plugins search --feed ./packages", "all those of a folder"),
        ],
        ["nas plugins show"] = [("nas plugins show fp-nas", "the options of a strategy")],
        ["nas plugins swap"] = [("nas plugins swap my-plugin", "the running search takes its new files")],
        ["nas new"] =
        [
            ("nas new recipe mine", "mine.csx, which runs as it stands"),
            ("nas new plugin patient-climbing --kind strategy", "a strategy with its tests, in a folder"),
        ],
        ["nas new recipe"] = [("nas new recipe mine", "mine.csx, which runs as it stands")],
        ["nas new plugin"] = [("nas new plugin patient-climbing --kind strategy", "a strategy with its tests, in a folder")],
        ["nas recipes"] = [("nas recipes", "what comes with the program"), ("nas recipes --json", "for machines")],
        ["nas space"] =
        [
            ("nas space list", "the spaces"),
            ("nas space show nasbench201", "its decisions"),
            ("nas space cost mobilenet-v2 --reference mobilenet-v2", "costs of a network"),
        ],
        ["nas profile"] =
        [
            ("nas profile fbnetv2-f --set scale=mini --to here.json", "measure this machine's operations"),
            ("nas profile import phone.json.gz --name phone --to phone.json", "take over another device's table"),
        ],
        ["nas doctor"] = [("nas doctor", "what is missing, and what mends it"), ("nas doctor --repair", "mend a damaged journal")],
        ["nas completion"] =
        [
            ("source <(nas completion bash)", "in this shell; in ~/.bashrc for all"),
            ("source <(nas completion zsh)", "the same for zsh"),
        ],
    };

    /// <summary>Those of a command, by its whole name; none where there are none.</summary>
    public static IReadOnlyList<(string Line, string What)> Of(string command) => Known.GetValueOrDefault(command, []);
}
