namespace NasEngine.Contracts;

/// <summary>Makes parts that plugins offer.</summary>
public interface IServices
{
    /// <summary>Makes the part of this kind that <paramref name="component"/> names.</summary>
    /// <exception cref="InputException">No such part, or an option it does not take; the message says what would be right.</exception>
    TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class;

    /// <summary>Reads the component's options without making the part, so that mistakes are found before anything runs.</summary>
    /// <exception cref="InputException">No such part, or an option it does not take; the message says what would be right.</exception>
    void Check<TPart>(ComponentSpec component)
        where TPart : class;

    /// <summary>All parts of a kind that are offered, by id.</summary>
    IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class;

    /// <summary>The files that the component's options name (<see cref="OptionReader.File"/>), without making the part.</summary>
    /// <exception cref="InputException">No such part, or an option it does not take; the message says what would be right.</exception>
    IReadOnlyList<InputFile> FilesOf<TPart>(ComponentSpec component)
        where TPart : class => [];

    /// <summary>What serves a need of searches that name nothing for it; null when no plugin says so.</summary>
    ComponentSpec? Serving(Need need) => null;
}
