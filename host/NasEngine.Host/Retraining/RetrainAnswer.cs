using NasEngine.Host.Reports;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Retraining;

/// <summary>What came of training an architecture again, beside what it is to be compared with.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Retrained">What came of it.</param>
/// <param name="Summary">The search that trained it.</param>
/// <param name="InSearch">What the trial measured in the search; null for no trial, and for one that failed.</param>
/// <param name="Winner">What the winner of the search measured; null where it has none.</param>
internal sealed record RetrainAnswer(
    RetrainPlan Plan, Retrained Retrained, SearchSummary Summary, IReadOnlyDictionary<string, double>? InSearch,
    IReadOnlyDictionary<string, double>? Winner);
