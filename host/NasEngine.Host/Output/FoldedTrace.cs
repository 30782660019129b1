using System.Diagnostics;
using System.Runtime.Loader;
using System.Text;

namespace NasEngine.Host.Output;

/// <summary>
/// The trace of an error for who wrote a plugin or a recipe: the frames of these, which live in load contexts of their own, and how many of
/// the program's were between them. An error that has none of theirs is shown with all its frames.
/// </summary>
internal static class FoldedTrace
{
    /// <summary>The errors from the innermost on, each with its frames.</summary>
    public static string Of(Exception problem)
    {
        var text = new StringBuilder();
        foreach (var one in Chain(problem).Reverse())
        {
            text.Append(one.GetType().FullName).Append(": ").AppendLine(one.Message);
            Append(text, new StackTrace(one, fNeedFileInfo: true).GetFrames());
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<Exception> Chain(Exception problem)
    {
        for (Exception? one = problem; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    private static void Append(StringBuilder text, StackFrame[] frames)
    {
        if (!frames.Any(IsGuest))
        {
            foreach (var frame in frames)
            {
                text.Append("   at ").AppendLine(Say(frame));
            }

            return;
        }

        var folded = 0;
        foreach (var frame in frames)
        {
            if (!IsGuest(frame))
            {
                folded++;
                continue;
            }

            Fold(text, folded);
            folded = 0;
            text.Append("   at ").AppendLine(Say(frame));
        }

        Fold(text, folded);
    }

    private static void Fold(StringBuilder text, int frames)
    {
        if (frames > 0)
        {
            text.AppendLine($"   … {frames} of the program");
        }
    }

    private static bool IsGuest(StackFrame frame) => frame.GetMethod()?.DeclaringType?.Assembly is { } assembly
        && AssemblyLoadContext.GetLoadContext(assembly) is { } context && context != AssemblyLoadContext.Default;

    private static string Say(StackFrame frame)
    {
        var method = frame.GetMethod();
        var place = frame.GetFileName() is { } file ? $" in {file}:line {frame.GetFileLineNumber()}" : "";
        var parameters = method?.GetParameters().Select(one => one.ParameterType.Name) ?? [];
        return $"{method?.DeclaringType?.FullName}.{method?.Name}({string.Join(", ", parameters)}){place}";
    }
}
