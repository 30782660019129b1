using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>A plugin by name with its options.</summary>
public sealed record ComponentSpec(string Id, OptionBag Options)
{
    /// <summary>
    /// Parts of the same kind that it works with: the strategies of a portfolio. They have a say in the search as it has.
    /// </summary>
    public ImmutableArray<ComponentSpec> Inner { get; init; } = [];

    /// <summary>Stands where a recipe names none; see <see cref="Need"/>.</summary>
    public static ComponentSpec Unnamed { get; } = "";

    /// <summary>Whether it names none.</summary>
    public bool IsUnnamed => Id.Length == 0;

    /// <summary>This with the options of <paramref name="other"/> that it does not say itself.</summary>
    public ComponentSpec Or(OptionBag other) => this with
    {
        Options = other.Values.Where(pair => !Options.Values.ContainsKey(pair.Key))
            .Aggregate(Options, (bag, pair) => bag.With(pair.Key, pair.Value)),
    };

    /// <summary>The component with its defaults.</summary>
    public static implicit operator ComponentSpec(string id) => new(id, OptionBag.Empty);

    /// <summary>It and all that it works with, at any depth.</summary>
    public IEnumerable<ComponentSpec> All => Inner.SelectMany(inner => inner.All).Prepend(this);

    /// <inheritdoc/>
    public bool Equals(ComponentSpec? other) =>
        other is not null && Id == other.Id && Options.Equals(other.Options) && Inner.SequenceEqual(other.Inner);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Options, Inner.Length);
}
