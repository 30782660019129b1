using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

internal static class AcceleratorSpaces
{
    /// <summary>The space as one of accelerators.</summary>
    /// <exception cref="InputException">It is none; <paramref name="who"/> needs it.</exception>
    public static AcceleratorSpace MustBeAccelerator(this ISearchSpace space, string who) => space as AcceleratorSpace
        ?? throw new InputException(
            $"{who} knows accelerators, and space '{space.Decisions.Id}' has none; search space 'accelerator'.");

    /// <summary>The space as one of designs that have an array.</summary>
    /// <exception cref="InputException">They have none; <paramref name="who"/> needs it.</exception>
    public static IArrayDesigns MustHaveArrays(this ISearchSpace space, string who) => space as IArrayDesigns
        ?? throw new InputException(
            $"{who} knows accelerators, and space '{space.Decisions.Id}' has none; search space 'accelerator' or "
            + $"'{NetworkOnArraySpace.Id}'.");

    /// <summary>The space as one of networks on arrays.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static NetworkOnArraySpace MustBeNetworksOnArrays(this ISearchSpace space) => space as NetworkOnArraySpace
        ?? throw new InputException(
            $"Costs '{NetworkOnArraySpace.Id}' are of networks on arrays, and space '{space.Decisions.Id}' has none; search space "
            + $"'{NetworkOnArraySpace.Id}'.");
}
