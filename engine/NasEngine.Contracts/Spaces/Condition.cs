using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// When a conditional decision is active: decision number <paramref name="Decision"/> is itself active and took one of
/// <paramref name="Values"/>. A condition only looks back, at a decision with a smaller number.
/// </summary>
public sealed record Condition(int Decision, ImmutableArray<int> Values);
