using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

internal static class AcceleratorSpaces
{
    /// <summary>The space as one of accelerators.</summary>
    /// <exception cref="InputException">It is none; <paramref name="who"/> needs it.</exception>
    public static AcceleratorSpace MustBeAccelerator(this ISearchSpace space, string who) => space as AcceleratorSpace
        ?? throw new InputException(
            $"{who} knows accelerators, and space '{space.Decisions.Id}' has none; search space 'accelerator'.");
}
