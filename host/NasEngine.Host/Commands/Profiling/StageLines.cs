using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Commands.Profiling;

/// <summary>A line at every tenth of a stage.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class StageLines(TextWriter output) : IJobProgress
{
    private (string Stage, long Tenth)? _last;

    /// <inheritdoc/>
    public void Report(string stage, long done, long total)
    {
        var tenth = 10 * done / total;
        if (_last != (stage, tenth))
        {
            _last = (stage, tenth);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage} {10 * tenth}%"));
        }
    }
}
