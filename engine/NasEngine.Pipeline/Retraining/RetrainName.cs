using System.Globalization;
using System.Text.RegularExpressions;

namespace NasEngine.Pipeline.Retraining;

/// <summary>
/// The name of the search that trains an architecture of another one again: <c>quickstart.retrain-trial12-epochs20</c>. It says what was
/// asked, so that the same question finds the same search.
/// </summary>
/// <param name="Search">The search whose architecture it is.</param>
/// <param name="Subject">Which one: <c>trial12</c>, or the id of an architecture.</param>
public sealed partial record RetrainName(string Search, string Subject)
{
    private const string OfTrial = "trial";

    /// <summary>Epochs, where they are not those of the search's final training.</summary>
    public double? Epochs { get; init; }

    /// <summary>The seed, where it is not the search's own.</summary>
    public long? Seed { get; init; }

    /// <summary>Number of the trial; null where it is named by its architecture.</summary>
    public long? Trial => Subject.StartsWith(OfTrial, StringComparison.Ordinal)
        ? long.Parse(Subject.AsSpan(OfTrial.Length), NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    /// <summary>What a trial is called.</summary>
    public static string SubjectOf(long trial) => OfTrial + trial.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a search's name says, or null where it is the name of no such search.</summary>
    public static RetrainName? Parse(string name) => Pattern().Match(name) is not { Success: true } match ? null
        : new RetrainName(match.Groups["search"].Value, match.Groups["subject"].Value)
        {
            Epochs = match.Groups["epochs"] is { Success: true } epochs
                ? double.Parse(epochs.Value, NumberStyles.Float, CultureInfo.InvariantCulture)
                : null,
            Seed = match.Groups["seed"] is { Success: true } seed ? long.Parse(seed.Value, CultureInfo.InvariantCulture) : null,
        };

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Search}.retrain-{Subject}{(Epochs is { } epochs ? $"-epochs{epochs:0.####}" : "")}{(Seed is { } seed ? $"-seed{seed}" : "")}");

    [GeneratedRegex(@"^(?<search>.+)\.retrain-(?<subject>trial(0|[1-9][0-9]{0,17})|[0-9a-f]{12})"
        + @"(-epochs(?<epochs>[0-9]+(\.[0-9]+)?))?(-seed(?<seed>[0-9]{1,18}))?$")]
    private static partial Regex Pattern();
}
