namespace NasEngine.Contracts;

/// <summary>Services that offer nothing.</summary>
public sealed class NoServices : IServices
{
    private NoServices()
    {
    }

    /// <summary>The only one.</summary>
    public static NoServices Instance { get; } = new();

    /// <inheritdoc/>
    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => throw Nothing(component);

    /// <inheritdoc/>
    public void Check<TPart>(ComponentSpec component)
        where TPart : class => throw Nothing(component);

    /// <inheritdoc/>
    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => [];

    private static InputException Nothing(ComponentSpec component) => new($"'{component.Id}' was asked for where no part is offered.");
}
