namespace NasEngine.Contracts;

/// <summary>A choice that takes part in a mixture.</summary>
/// <param name="Choice">Number of the choice in its decision.</param>
/// <param name="Weight">What it is weighted by; any finite number, 0 too.</param>
public readonly record struct ChoiceWeight(int Choice, double Weight);
