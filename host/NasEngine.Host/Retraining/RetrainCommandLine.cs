using System.Globalization;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Retraining;

/// <summary>The command that trains an architecture again, without the options that every command has.</summary>
internal static class RetrainCommandLine
{
    /// <summary>It; an architecture that is no trial is named by the search that trains it, which can be resumed as any other.</summary>
    public static string Of(RetrainName name) => name.Trial is { } trial
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"nas retrain {name.Search} --trial {trial}{(name.Epochs is { } epochs ? $" --epochs {epochs:0.####}" : "")}"
            + $"{(name.Seed is { } seed ? $" --seed {seed}" : "")}")
        : $"nas resume {name}";
}
