using NasEngine.Networks;
using NasEngine.Pipeline.Measuring;
using NasEngine.Pipeline.Sharing;

namespace NasEngine.Host.Composition;

/// <summary>What cost models of a workspace measured on this machine.</summary>
internal static class MeasuredHere
{
    /// <summary>For a search that is run.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="machine">What searches share: it is measured when none of their jobs runs.</param>
    public static MeasuredCosts For(MeasuredFolder folder, Machine machine) =>
        new(folder, machine.Join(1), device => MachineName.Of(device), Console.Error.WriteLine);

    /// <summary>For who runs no search: reads what is kept, and keeps nothing.</summary>
    public static MeasuredCosts Read(string workspace) => For(new MeasuredFolder(workspace), new Machine());
}
