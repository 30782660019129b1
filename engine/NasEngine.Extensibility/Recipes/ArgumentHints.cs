using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>What is probably meant where arguments of a call are not what it takes.</summary>
internal static partial class ArgumentHints
{
    /// <summary>A name that no argument has.</summary>
    public static string? Name(SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || node is not SimpleNameSyntax { Identifier.Text: var name })
        {
            return null;
        }

        var known = Methods(call, model).SelectMany(method => method.Parameters).Select(parameter => parameter.Name).Distinct().ToArray();
        return known.Length == 0 ? null
            : known.Contains("options") && Suggest.Nearest(name, known) is null
                ? $"'{Called(call)}' takes '{name}' among its options: new {{ {name} = "
                    + $"{node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression.ToString() ?? "…"} }}"
            : $"'{Called(call)}' has no argument '{name}': {Suggest.Instead(name, known)}";
    }

    /// <summary>A text where a number is wanted, or a text in single quotation marks.</summary>
    public static string? Kind(Diagnostic error)
    {
        var types = Conversion().Match(error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        return (types.Groups[1].Value, types.Groups[2].Value.TrimEnd('?')) switch
        {
            ("char", "string") => SingleQuotes,
            ("string", "long" or "int" or "double" or "ulong") =>
                "a number is wanted here, such as 20 or 3e6, and this is a text: take out the quotation marks",
            _ => null,
        };
    }

    /// <summary>Said of a text in single quotation marks.</summary>
    public const string SingleQuotes = "a text is written in double quotation marks, as in \"this\"";

    /// <summary>More or fewer arguments than there can be.</summary>
    public static string? Number(SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
        {
            return null;
        }

        if (Called(call) is "Under" or "Times" or "Against"
            && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: not string } number }])
        {
            return $"of what is this? Write .{Called(call)}(Macs({number})), or Parameters or Milliseconds in place of Macs";
        }

        var ways = Methods(call, model)
            .Select(method => $"{Called(call)}({string.Join(", ", method.Parameters.Select(Shown))})").Distinct().Take(3).ToArray();
        return ways.Length == 0 ? null : $"'{Called(call)}' takes other arguments: {string.Join(" or ", ways)}";
    }

    /// <summary>The method's name in a call.</summary>
    public static string Called(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : call.Expression.ToString();

    private static string Shown(IParameterSymbol parameter) => parameter.IsOptional ? $"{parameter.Name}: …" : parameter.Name;

    private static IEnumerable<IMethodSymbol> Methods(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>();

    [GeneratedRegex("from '([^']+)' to '([^']+)'")]
    private static partial Regex Conversion();
}
