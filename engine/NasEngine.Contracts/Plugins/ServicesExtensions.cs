namespace NasEngine.Contracts;

/// <summary>Parts that are made with what stands in their own definition.</summary>
public static class ServicesExtensions
{
    /// <summary>Makes a search space, with the spaces that it holds.</summary>
    /// <exception cref="InputException">No such space, or an option it does not take; the message says what would be right.</exception>
    public static ISearchSpace Space(this IServices services, ComponentSpec space) =>
        services.Create<ISearchSpace, SpaceSetup>(space, new SpaceSetup(services) { Inner = space.Inner });
}
