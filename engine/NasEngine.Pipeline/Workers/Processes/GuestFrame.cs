using System.Diagnostics;
using System.Runtime.Loader;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>Where in a plugin an error came from: its trace does not cross from a worker to the coordinator.</summary>
internal static class GuestFrame
{
    /// <summary>
    /// The first frame of an assembly that was loaded for itself, as an end of a sentence: <c> (in FaultyEstimator.Train, line 33 of
    /// FaultyEstimator.cs)</c>; empty where there is none.
    /// </summary>
    public static string Of(Exception problem)
    {
        var frame = new StackTrace(problem, fNeedFileInfo: true).GetFrames().FirstOrDefault(one =>
            one.GetMethod()?.DeclaringType?.Assembly is { } assembly
            && AssemblyLoadContext.GetLoadContext(assembly) is { } context && context != AssemblyLoadContext.Default);
        if (frame?.GetMethod() is not { DeclaringType: { } type } method)
        {
            return "";
        }

        var place = frame.GetFileName() is { } file ? $", line {frame.GetFileLineNumber()} of {Path.GetFileName(file)}" : "";
        return $" (in {type.Name}.{method.Name}{place})";
    }
}
