using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Losses that are numbers and mean that nothing is learned: said once they last.</summary>
internal static class Divergence
{
    /// <summary>How many times what guessing gives is far above it.</summary>
    private const double FarAbove = 10;

    /// <summary>How many candidates in a row it takes.</summary>
    private const int Lasting = 20;

    /// <summary>Looks at a measurement of the search.</summary>
    public static void Look(Draft draft, Measurement measurement)
    {
        if (draft.Run.GuessingLoss is not { } guessing || LossOf(measurement) is not { } loss)
        {
            return;
        }

        var many = loss > FarAbove * guessing ? draft.Run.DivergedInARow + 1 : 0;
        draft.Run = draft.Run with { DivergedInARow = many };
        if (many == Lasting)
        {
            draft.Do(new Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"The loss of the last {many} {(draft.State.IsSupernet ? "steps" : "trials")} is more than {FarAbove:0} times "
                + $"the {guessing:0.00} of guessing, the last {loss:G4}: nothing is learned. "
                + $"Lower the learning rate or clip the gradients.")));
        }
    }

    private static double? LossOf(Measurement measurement) =>
        measurement.Metrics.TryGetValue(MetricNames.ValidationLoss, out var validation) ? validation
        : measurement.Metrics.TryGetValue(MetricNames.TrainLoss, out var train) ? train
        : null;
}
