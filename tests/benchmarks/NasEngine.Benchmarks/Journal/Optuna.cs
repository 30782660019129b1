using System.Diagnostics;
using System.Globalization;

namespace NasEngine.Benchmarks.Journal;

/// <summary>Optuna of the system's Python: random sampling of six choices of five, an objective that takes no time.</summary>
internal static class Optuna
{
    private const string Script = """
        import sys, time, warnings, optuna
        warnings.filterwarnings("ignore")
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        kind, folder, trials = sys.argv[1], sys.argv[2], int(sys.argv[3])
        def storage():
            if kind == "sqlite":
                return "sqlite:///" + folder + "/optuna.db"
            if kind == "journal":
                return optuna.storages.JournalStorage(optuna.storages.JournalFileStorage(folder + "/optuna.log"))
            return None
        study = optuna.create_study(storage=storage(), sampler=optuna.samplers.RandomSampler(seed=1), direction="maximize")
        choices = ["0", "1", "2", "3", "4"]
        def objective(trial):
            for i in range(6):
                trial.suggest_categorical("edge%d" % i, choices)
            return trial.number * 7919 % 101
        start = time.perf_counter()
        study.optimize(objective, n_trials=trials)
        print(trials / (time.perf_counter() - start))
        """;

    /// <summary>Trials per second with a storage: <c>memory</c>, <c>sqlite</c> or <c>journal</c>; null when Optuna is not installed.</summary>
    public static double? TrialsPerSecond(string storage, int trials)
    {
        var folder = Directory.CreateTempSubdirectory("nas-optuna-").FullName;
        try
        {
            using var python = Process.Start(new ProcessStartInfo(
                "/usr/bin/python3", ["-c", Script, storage, folder, trials.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return double.TryParse(output, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
