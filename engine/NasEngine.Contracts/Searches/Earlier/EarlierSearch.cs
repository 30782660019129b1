using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>A completed search of the same workspace, as another search may use it.</summary>
/// <param name="Spec">What it searched, and how.</param>
/// <param name="Trials">What it tried and what came of it, in the order of the candidates; steps of a supernet too.</param>
/// <param name="Strategy">
/// What its strategy saved last: when its budget was spent; empty where it saved nothing, as a search that its strategy ended early may.
/// </param>
/// <param name="Found">Its winners, best first.</param>
public sealed record EarlierSearch(
    SearchSpec Spec, ImmutableArray<EarlierTrial> Trials, ReadOnlyMemory<byte> Strategy, ImmutableArray<Architecture> Found);

/// <summary>A candidate of an earlier search and what came of it.</summary>
public sealed record EarlierTrial(Candidate Candidate, Measurement Measurement);
