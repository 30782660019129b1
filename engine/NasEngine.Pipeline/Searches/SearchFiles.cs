using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// The files that the parts of a search read by their path, by the places of their options: <c>estimator.table</c>. What is in them is
/// a part of the search, where they lie is none.
/// </summary>
public static class SearchFiles
{
    /// <summary>The files that options name, whether they are there or not.</summary>
    /// <exception cref="InputException">No such part, or an option it does not take.</exception>
    public static IReadOnlyDictionary<string, InputFile> Of(SearchSpec spec, IServices services)
    {
        var files = new Dictionary<string, InputFile>(StringComparer.OrdinalIgnoreCase);
        Placed(spec, services, (name, file) =>
        {
            files[name] = file;
            return file.Path;
        });
        return files;
    }

    /// <summary>SHA-256 of what is in them.</summary>
    /// <exception cref="InputException">One cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Hashes(SearchSpec spec, IServices services) =>
        Of(spec, services).ToDictionary(file => file.Key, file => file.Value.Hash, StringComparer.OrdinalIgnoreCase);

    /// <summary>The search with its files elsewhere.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="place">Says where a file lies, by the place of its option and as the option has it.</param>
    /// <exception cref="InputException">No such part, or an option it does not take.</exception>
    public static SearchSpec Placed(SearchSpec spec, IServices services, Func<string, InputFile, string> place)
    {
        ComponentSpec Part<TPart>(string name, ComponentSpec part)
            where TPart : class
        {
            var options = part.IsUnnamed ? part.Options : services.FilesOf<TPart>(part)
                .Aggregate(part.Options, (bag, file) => bag.With(file.Option, place($"{name}.{file.Option}", file)));
            return part with
            {
                Options = options,
                Inner = [.. part.Inner.Select((inner, at) => Part<TPart>(FormattableString.Invariant($"{name}[{at}]"), inner))],
            };
        }

        return spec with
        {
            Space = Part<ISearchSpace>("space", spec.Space),
            Strategy = Part<IStrategy>("strategy", spec.Strategy),
            Data = spec.Data is { } data ? Part<IDataset>("data", data) : null,
            Estimator = Part<IEstimator>("estimator", spec.Estimator),
            Final = spec.Final is { } final ? final with { Estimator = Part<IEstimator>("final", final.Estimator) } : null,
            Costs = spec.Costs is { } costs ? Part<ICostModel>("costs", costs) : null,
            Objective = spec.Objective is OfferedObjective offered
                ? new OfferedObjective(Part<IObjective>("objective", offered.Component), offered.Axes, offered.Targets)
                : spec.Objective,
            Profiler = services.Describe<IProfiler>().Any(part => part.Id == spec.Profiler.Id)
                ? Part<IProfiler>("profiler", spec.Profiler)
                : spec.Profiler,
        };
    }
}
