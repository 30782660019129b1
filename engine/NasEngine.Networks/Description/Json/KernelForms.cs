using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Names of kernel forms: square, row, column.</summary>
internal static class KernelForms
{
    private static readonly string[] Names = ["square", "row", "column"];

    public static string Name(KernelForm form) => Names[(int)form];

    public static KernelForm Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index
        ? (KernelForm)index
        : throw new InputException($"Unknown kernel form '{name}': {Suggest.Instead(name, Names)}");
}
