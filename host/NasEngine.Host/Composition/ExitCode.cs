namespace NasEngine.Host.Composition;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SearchFailed = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;
}
