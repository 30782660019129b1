using NasEngine.Contracts;

namespace NasEngine.Web.Live;

/// <summary>What of a search's plugins the pages need.</summary>
/// <param name="Space">Its space; null where it cannot be had.</param>
/// <param name="Objective">Its objective; null where it cannot be had.</param>
/// <param name="Problem">Why one cannot be had, in a sentence; null where both can.</param>
public sealed record KnownParts(ISearchSpace? Space, IObjective? Objective, string? Problem);
