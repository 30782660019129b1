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

    /// <summary>How many trials in a row that are no better than guessing: each is a whole training.</summary>
    private const int LastingTrials = 5;

    /// <summary>How much of what guessing gets wrong a network gets right that learned something.</summary>
    private const double Learned = 0.1;

    /// <summary>The same where its loss is far above that of guessing: there it may have the class that most images are of.</summary>
    private const double LearnedAllTheSame = 0.5;

    /// <summary>Looks at a measurement of the search.</summary>
    public static void Look(Draft draft, WorkItem work, Measurement measurement)
    {
        if (draft.Run.GuessingLoss is not { } guessing || LossOf(measurement) is not { } loss)
        {
            return;
        }

        var guesses = work is Trial && IsGuessing(measurement, guessing);
        draft.Run = draft.Run with
        {
            GuessesInARow = guesses ? draft.Run.GuessesInARow + 1 : 0,
            DivergedInARow = !guesses && loss > FarAbove * guessing ? draft.Run.DivergedInARow + 1 : 0,
        };
        if (guesses && draft.Run.GuessesInARow == LastingTrials)
        {
            draft.Do(new Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"The last {LastingTrials} trials are no better than guessing, the last with a loss of {loss:G4} ({guessing:0.00} for "
                + $"guessing): nothing is learned. Lower the learning rate, clip the gradients or train them for longer.")));
        }
        else if (draft.Run.DivergedInARow == Lasting)
        {
            draft.Do(new Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"The loss of the last {Lasting} {(draft.State.IsSupernet ? "steps" : "trials")} is more than {FarAbove:0} times "
                + $"the {guessing:0.00} of guessing, the last {loss:G4}: nothing is learned. "
                + $"Lower the learning rate or clip the gradients.")));
        }
    }

    /// <summary>Says of winners that they mean nothing, where none of them is better than guessing.</summary>
    public static void Look(Draft draft, IEnumerable<Finalist> winners)
    {
        if (draft.Run.GuessingLoss is { } guessing
            && winners.Where(winner => winner.Measurement?.Failure is null).All(winner => IsGuessing(winner.Measurement!, guessing)))
        {
            draft.Do(new Tell("No winner is better than guessing: they learned nothing, and their order means nothing."));
        }
    }

    /// <summary>
    /// Whether a network does no more than guess among the classes: its loss is above that of guessing, and of what guessing gets wrong it
    /// gets hardly any right. A network that is sure of itself may have such a loss alone.
    /// </summary>
    private static bool IsGuessing(Measurement measurement, double guessing) =>
        measurement.Metrics.TryGetValue(MetricNames.ValidationLoss, out var loss) && loss > guessing
        && measurement.Metrics.TryGetValue(MetricNames.ValidationAccuracy, out var accuracy)
        && Math.Exp(-guessing) is var chance
        && accuracy < chance + ((loss > FarAbove * guessing ? LearnedAllTheSame : Learned) * (1 - chance));

    private static double? LossOf(Measurement measurement) =>
        measurement.Metrics.TryGetValue(MetricNames.ValidationLoss, out var validation) ? validation
        : measurement.Metrics.TryGetValue(MetricNames.TrainLoss, out var train) ? train
        : null;
}
