using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>What failed of the candidates that the strategy was told of.</summary>
public sealed record FailureTally
{
    /// <summary>Reasons that are told apart.</summary>
    public const int MostReasons = 50;

    /// <summary>Nothing yet.</summary>
    public static FailureTally None { get; } = new();

    /// <summary>How many, by kind.</summary>
    public ImmutableSortedDictionary<FailureKind, long> Kinds { get; init; } = ImmutableSortedDictionary<FailureKind, long>.Empty;

    /// <summary>
    /// How many, by kind and message, of the first <see cref="MostReasons"/> that were told; fewer than <see cref="Count"/> in all where
    /// there were more.
    /// </summary>
    public ImmutableSortedDictionary<string, long> Reasons { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>How many of the last, with none that succeeded between them.</summary>
    public long InARow { get; init; }

    /// <summary>The most that there were in a row.</summary>
    public long Longest { get; init; }

    /// <summary>The last failure; null before the first.</summary>
    public Failure? Last { get; init; }

    /// <summary>
    /// The first of the last candidates, if they were given up one after another since their workers were lost: what took the workers may
    /// have had nothing to do with them. Null when the last candidate was measured or failed by itself.
    /// </summary>
    public long? LostFrom { get; init; }

    /// <summary>All of them.</summary>
    public long Count => Kinds.Values.Sum();

    /// <summary>The tally with a candidate more.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="failure">Why it failed; null when it did not.</param>
    public FailureTally With(long number, Failure? failure)
    {
        if (failure is null)
        {
            return InARow == 0 ? this : this with { InARow = 0, LostFrom = null };
        }

        var reason = Reason(failure);
        return new FailureTally
        {
            Kinds = Kinds.SetItem(failure.Kind, Kinds.GetValueOrDefault(failure.Kind) + 1),
            Reasons = Reasons.ContainsKey(reason) || Reasons.Count < MostReasons
                ? Reasons.SetItem(reason, Reasons.GetValueOrDefault(reason) + 1)
                : Reasons,
            InARow = InARow + 1,
            Longest = Math.Max(Longest, InARow + 1),
            Last = failure,
            LostFrom = failure.Kind == FailureKind.Poisoned ? LostFrom ?? number : null,
        };
    }

    /// <summary>A failure in a line.</summary>
    public static string Reason(Failure failure) => $"{failure.Kind}: {failure.Message.ReplaceLineEndings(" ")}";
}
