using System.Runtime.CompilerServices;

namespace NasEngine.Faults.Tests;

/// <summary>
/// What a program of seconds calls often is not worth compiling again: those that these tests start have it from here. Benchmarks, which
/// start programs by the same harness, are of code that is compiled.
/// </summary>
internal static class ShortPrograms
{
    private const string Setting = "DOTNET_TC_CallCountingDelayMs";

#pragma warning disable CA2255 // These tests are a program of their own to the runner.
    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable(Setting) is null)
        {
            Environment.SetEnvironmentVariable(Setting, "1000");
        }
    }
#pragma warning restore CA2255
}
