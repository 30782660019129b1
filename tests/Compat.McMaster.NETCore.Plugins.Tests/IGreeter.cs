namespace Compat.McMaster.NETCore.Plugins.Tests;

/// <summary>What host and plugins share.</summary>
public interface IGreeter
{
    string Greet();
}
