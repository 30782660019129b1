using System.Globalization;
using NasEngine.Contracts;
using Parquet;
using Parquet.Schema;

namespace NasEngine.Datasets;

/// <summary>Reads tables of Apache Parquet whose columns are flat.</summary>
internal static class ParquetTable
{
    /// <summary>Reads a file; what is null, or no number, is a field that says so: empty.</summary>
    /// <exception cref="InputException">It is no Parquet file, is damaged, or a column is a list, a map or bytes.</exception>
    public static TextTable Read(InputFile file) => file.Read(content =>
    {
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        whole.Position = 0;
        var name = $"Table '{file.Path}'";
        try
        {
            return ReadAsync(whole, name).GetAwaiter().GetResult();
        }
        catch (Exception wrong) when (wrong is not InputException)
        {
            throw new InputException($"{name} is no table of Parquet, or is damaged: {wrong.Message}", wrong);
        }
    });

    private static async Task<TextTable> ReadAsync(Stream content, string name)
    {
        await using var reader = await ParquetReader.CreateAsync(content).ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields();
        if (Array.Find(fields, field => field.MaxRepetitionLevel > 0) is { } nested)
        {
            throw new InputException(
                $"Column '{nested.Path}' of {name} is a list or a map; only flat columns can be learned from, leave it out of the file.");
        }

        TableColumns.MustBeNamed(name, fields.Select(field => field.Name));
        var rows = new List<TextRow>();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var part = reader.OpenRowGroupReader(group);
            var columns = new string[fields.Length][];
            for (var column = 0; column < fields.Length; column++)
            {
                columns[column] = await TextsAsync(part, fields[column], (int)part.RowCount, name).ConfigureAwait(false);
            }

            for (var row = 0; row < part.RowCount; row++)
            {
                rows.Add(new TextRow(rows.Count + 1, [.. columns.Select(texts => texts[row])]));
            }
        }

        return rows.Count > 0 ? new TextTable(name, [.. fields.Select(field => field.Name)], [.. rows]) : throw new InputException(
            $"{name} has no rows; there must be some to learn from.");
    }

    private static async Task<string[]> TextsAsync(ParquetRowGroupReader part, DataField field, int rows, string name)
    {
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[rows];
            await part.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            return [.. texts.Select(text => text?.Trim() ?? "")];
        }

        Func<Task<string[]>>? read = Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.Boolean => () => ValuesAsync<bool>(part, field, rows),
            TypeCode.SByte => () => ValuesAsync<sbyte>(part, field, rows),
            TypeCode.Byte => () => ValuesAsync<byte>(part, field, rows),
            TypeCode.Int16 => () => ValuesAsync<short>(part, field, rows),
            TypeCode.UInt16 => () => ValuesAsync<ushort>(part, field, rows),
            TypeCode.Int32 => () => ValuesAsync<int>(part, field, rows),
            TypeCode.UInt32 => () => ValuesAsync<uint>(part, field, rows),
            TypeCode.Int64 => () => ValuesAsync<long>(part, field, rows),
            TypeCode.UInt64 => () => ValuesAsync<ulong>(part, field, rows),
            TypeCode.Single => () => ValuesAsync<float>(part, field, rows),
            TypeCode.Double => () => ValuesAsync<double>(part, field, rows),
            TypeCode.Decimal => () => ValuesAsync<decimal>(part, field, rows),
            TypeCode.DateTime => () => ValuesAsync<DateTime>(part, field, rows),
            _ => null,
        };
        return read is not null ? await read().ConfigureAwait(false) : throw new InputException(
            $"Column '{field.Path}' of {name} is of {field.ClrType.Name}, which nothing can be learned from; leave it out of the file.");
    }

    private static async Task<string[]> ValuesAsync<T>(ParquetRowGroupReader part, DataField field, int rows)
        where T : struct
    {
        var values = new T?[rows];
        if (field.IsNullable)
        {
            await part.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
        }
        else
        {
            var known = new T[rows];
            await part.ReadAsync(field, known.AsMemory()).ConfigureAwait(false);
            values = [.. known.Select(value => (T?)value)];
        }

        return [.. values.Select(value => value switch
        {
            null => "",
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            { } other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
        })];
    }
}
