using System.Reflection;

namespace Compat.McMaster.NETCore.Plugins.Tests;

internal static class Greeters
{
    public static IGreeter Create(Assembly assembly) => (IGreeter)Activator.CreateInstance(assembly.GetType("Greeter", true)!)!;

    public static string Greet(Assembly assembly) => Create(assembly).Greet();
}
