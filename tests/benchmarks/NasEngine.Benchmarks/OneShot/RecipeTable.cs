using System.Globalization;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How large the searches of a row are, and where their random numbers come from.</summary>
/// <param name="Steps">Of a search.</param>
/// <param name="Epochs">Of the final training.</param>
/// <param name="Seed">The seed.</param>
internal readonly record struct RecipeSize(int Steps, double Epochs, int Seed);

/// <summary>What is searched for a row.</summary>
/// <param name="Name">The method.</param>
/// <param name="Columns">Gives the columns beside its name and the seed.</param>
internal sealed record RecipeMethod(string Name, Func<RecipeSize, Dictionary<string, object>> Columns);

/// <summary>A table with a row for each method and seed, which searches by recipes measure; those of a seed come together.</summary>
/// <param name="steps">Of a search, unless the command line says otherwise.</param>
/// <param name="epochs">Of the final training, likewise.</param>
internal abstract class RecipeTable(int steps, int epochs) : IBenchmarkTable
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Summary { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", steps.ToString(CultureInfo.InvariantCulture)),
        new("--epochs", "epochs of the final training", epochs.ToString(CultureInfo.InvariantCulture)),
        BenchmarkOption.Seeds("1,2,3"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var size = new RecipeSize(args.Number("--steps"), args.Decimal("--epochs"), 0);
        var methods = Methods(args);
        return
            from seed in args.Numbers("--seeds")
            from method in methods
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{method.Name} {seed} {size.Steps} {size.Epochs}"),
                () => Row(method.Name, method.Columns(size with { Seed = seed }), seed));
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) => rows;

    /// <summary>What is searched with each seed.</summary>
    /// <exception cref="Contracts.InputException">Something that it needs is not there.</exception>
    protected abstract IEnumerable<RecipeMethod> Methods(BenchmarkArguments args);

    /// <summary>The row of the same seed of the method that others are compared with.</summary>
    protected static IReadOnlyDictionary<string, object> Rival(
        string method, IReadOnlyDictionary<string, object> row, IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
        rows.First(other => other["method"].Equals(method) && Number(other["seed"]) == Number(row["seed"]));

    /// <summary>A number of a row, which may be whole.</summary>
    protected static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Row(string method, Dictionary<string, object> columns, int seed)
    {
        Dictionary<string, object> row = new() { ["method"] = method, ["seed"] = seed };
        foreach (var (name, value) in columns)
        {
            row[name] = value;
        }

        return row;
    }
}
