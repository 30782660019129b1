using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>What a plugin offers under one id, without its type arguments.</summary>
/// <param name="Kind">The interface it is made as.</param>
/// <param name="Setup">The type of what it is made with.</param>
/// <param name="Id">Name in recipes.</param>
/// <param name="Summary">One line.</param>
/// <param name="Read">Reads its options.</param>
/// <param name="Make">Makes it of options and setup.</param>
internal sealed record Part(
    Type Kind, Type Setup, string Id, string Summary, Func<OptionReader, object?> Read, Func<object?, object, object> Make)
{
    /// <summary>What messages call it: <c>strategy 'fp-nas'</c>.</summary>
    public string Name => $"{PartKind.Name(Kind)} '{Id}'";

    /// <summary>Makes it.</summary>
    /// <exception cref="InputException">An option is not known or out of range.</exception>
    public object Create(OptionBag options, object setup) => Make(ReadAll(options), Setup == typeof(NoSetup) ? NoSetup.Value : setup);

    /// <summary>Whether it can be made with this; what needs no setup is made with any.</summary>
    public bool IsMadeWith(object? setup) => setup is not null && (Setup == typeof(NoSetup) || Setup.IsInstanceOfType(setup));

    /// <summary>Reads its options, and nothing else.</summary>
    /// <exception cref="InputException">An option is not known or out of range.</exception>
    public object? ReadAll(OptionBag options)
    {
        var reader = new OptionReader(Name, options);
        var read = Read(reader);
        reader.Done();
        return read;
    }

    /// <summary>The files that its options name.</summary>
    /// <exception cref="InputException">An option is not known or out of range.</exception>
    public IReadOnlyList<InputFile> Files(OptionBag options)
    {
        var reader = new OptionReader(Name, options);
        Read(reader);
        reader.Done();
        return reader.Files;
    }

    /// <summary>It as listings show it.</summary>
    public PartDescription Describe(string plugin)
    {
        var reader = new OptionReader(Name, OptionBag.Empty);
        Read(reader);
        return new PartDescription(Id, Summary, plugin, reader.Descriptions);
    }
}
