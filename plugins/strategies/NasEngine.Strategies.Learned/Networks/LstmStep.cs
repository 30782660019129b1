namespace NasEngine.Strategies.Learned;

/// <summary>What a step of an <see cref="LstmCell"/> computed, which its gradient needs.</summary>
/// <param name="Input">x, then h before the step.</param>
/// <param name="Gates">i, f, o and g, after their functions.</param>
/// <param name="Before">c before the step; null for zeros.</param>
/// <param name="Cell">c after it.</param>
/// <param name="Squashed">tanh of <paramref name="Cell"/>.</param>
/// <param name="Hidden">h after it.</param>
internal sealed record LstmStep(double[] Input, double[] Gates, double[]? Before, double[] Cell, double[] Squashed, double[] Hidden);
