namespace NasEngine.Contracts;

/// <summary>What a strategy is made with.</summary>
/// <param name="Space">The space to search.</param>
/// <param name="Costs">Costs of architectures, counted or predicted.</param>
/// <param name="Objective">What scores trials; its axes and cost targets.</param>
/// <param name="Budget">How many candidates there will be, for schedules.</param>
public sealed record StrategySetup(ISearchSpace Space, ICostModel Costs, IObjective Objective, Budget Budget);
