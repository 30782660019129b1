namespace MessagePack.Formatters;

/// <summary>Written as ticks.</summary>
internal sealed class TimeSpanFormatter : IMessagePackFormatter<TimeSpan>
{
    public void Serialize(ref MessagePackWriter writer, TimeSpan value, MessagePackSerializerOptions options) =>
        writer.Write(value.Ticks);

    public TimeSpan Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        new(reader.ReadInt64());
}

/// <summary>Written as the local clock reading, as if it were UTC, and the offset in minutes.</summary>
internal sealed class DateTimeOffsetFormatter : IMessagePackFormatter<DateTimeOffset>
{
    public void Serialize(ref MessagePackWriter writer, DateTimeOffset value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(2);
        writer.Write(new DateTime(value.Ticks, DateTimeKind.Utc));
        writer.Write((short)value.Offset.TotalMinutes);
    }

    public DateTimeOffset Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadArrayHeader() != 2)
        {
            throw new MessagePackSerializationException("Invalid DateTimeOffset format.");
        }

        var clock = reader.ReadDateTime();
        return new DateTimeOffset(clock.Ticks, TimeSpan.FromMinutes(reader.ReadInt16()));
    }
}

/// <summary>Written as the day number.</summary>
internal sealed class DateOnlyFormatter : IMessagePackFormatter<DateOnly>
{
    public void Serialize(ref MessagePackWriter writer, DateOnly value, MessagePackSerializerOptions options) =>
        writer.Write(value.DayNumber);

    public DateOnly Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        DateOnly.FromDayNumber(reader.ReadInt32());
}

/// <summary>Written as ticks.</summary>
internal sealed class TimeOnlyFormatter : IMessagePackFormatter<TimeOnly>
{
    public void Serialize(ref MessagePackWriter writer, TimeOnly value, MessagePackSerializerOptions options) =>
        writer.Write(value.Ticks);

    public TimeOnly Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        new(reader.ReadInt64());
}
