using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Retraining;

/// <summary>
/// How an architecture of a search is trained again: by a search of its own, whose single trial is the training of the search's winners
/// and whose winner keeps the weights, so that it is journaled, stopped and resumed as any other.
/// </summary>
/// <param name="Name">Name of that search, which says what was asked.</param>
/// <param name="Header">The search whose architecture it is.</param>
/// <param name="Architecture">The architecture.</param>
/// <param name="Spec">That search.</param>
public sealed record RetrainPlan(RetrainName Name, SearchHeader Header, Architecture Architecture, SearchSpec Spec)
{
    private const string Epochs = "epochs";

    /// <summary>Plans it; nothing is written.</summary>
    /// <param name="history">The search whose architecture it is.</param>
    /// <param name="space">Its space.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="recorded">The search that the journal has by a name; one that it has is gone on with as it is.</param>
    /// <exception cref="InputException">There is no such architecture, or nothing that trains it.</exception>
    public static RetrainPlan Of(
        SearchHistory history, ISearchSpace space, RetrainRequest request, IServices services, Func<string, SearchSpec?> recorded)
    {
        var header = history.Header;
        var training = TrainingOf(header.Spec, request);
        var subject = RetrainSubject.Of(history, space, request);
        var name = new RetrainName(header.Spec.Name, subject.Name) { Epochs = request.Epochs, Seed = request.Seed };
        if (recorded(name.ToString()) is { } begun)
        {
            return TrainingSpec.IsThatOf(header, training, begun.Estimator)
                ? new RetrainPlan(name, header, subject.Architecture, begun)
                : throw new InputException(
                    $"'{begun.Name}' was trained as the winners of search '{header.Spec.Name}' were before its .Final was changed; delete "
                    + $"it (nas delete {begun.Name}) to train it anew, or give another --seed.");
        }

        var given = services.Serving(Need.Given) ?? throw new InputException(
            "No plugin offers a strategy that trains a given architecture; give the one that does, e.g. --plugins plugins.json.");
        return new RetrainPlan(
            name, header, subject.Architecture, SpecOf(header.Spec, name, training, given, space.Format(subject.Architecture)));
    }

    /// <exception cref="InputException">Its winners are not trained, or nobody says for how long.</exception>
    private static ComponentSpec TrainingOf(SearchSpec spec, RetrainRequest request)
    {
        if (DerivedSearch.OriginOf(spec.Name) is { } origin)
        {
            throw new InputException($"Search '{spec.Name}' was made of '{origin}'; name an architecture of '{origin}'.");
        }

        if (spec.Final is not { } final)
        {
            throw new InputException(
                $"Search '{spec.Name}' trains no winners, so nothing says how its architectures are trained; add .Final(epochs: 2) to its "
                + "recipe and run it again: it goes on from where it is.");
        }

        return request.Epochs is { } epochs
            ? final.Estimator with
            {
                Options = final.Estimator.Options.With(Epochs, epochs.ToString("0.####", CultureInfo.InvariantCulture)),
            }
            : final.Inherits
                ? throw new InputException(
                    $"The winners of search '{spec.Name}' kept the weights of their trials, so nothing says for how long one is trained; "
                    + "give --epochs E.")
                : final.Estimator;
    }

    private static SearchSpec SpecOf(SearchSpec of, RetrainName name, ComponentSpec training, ComponentSpec given, string architecture) =>
        new()
        {
            Name = name.ToString(),
            Space = of.Space,
            Strategy = given with { Options = given.Options.With("architectures", architecture) },
            Data = of.Data,
            Estimator = training,
            Final = new FinalSpec(training, 1) { Inherits = true },
            Profiler = of.Profiler,
            Costs = of.Costs,
            Objective = of.Objective,
            Budget = new Budget(1) { Trials = 1 },
            Seed = name.Seed is { } seed ? (ulong)seed : of.Seed,
            Device = of.Device,
            Threads = 0,
        };
}
