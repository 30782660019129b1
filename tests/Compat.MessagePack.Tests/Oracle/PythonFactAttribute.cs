namespace Compat.MessagePack.Tests.Oracle;

/// <summary>A test that needs Debian's python3-msgpack as an independent implementation.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        if (!PythonOracle.IsInstalled)
        {
            Skip = "python3-msgpack is not installed";
        }
    }
}
