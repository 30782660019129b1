using System.Collections.Immutable;

namespace NasEngine.Datasets;

/// <summary>A table of texts.</summary>
/// <param name="Name">What it is called in messages: <c>Table 'houses.csv'</c>.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">A field per column each.</param>
internal sealed record TextTable(string Name, ImmutableArray<string> Columns, ImmutableArray<TextRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Line">Where it stands, from 1: the line of a text, the row of another file.</param>
/// <param name="Fields">Its fields, without blanks around them.</param>
internal sealed record TextRow(int Line, string[] Fields);
