using MessagePack.Formatters;

namespace MessagePack.Contracts;

/// <summary>Runs the code compiled for one contract.</summary>
internal sealed class ContractFormatter<T>(Contract contract) : IMessagePackFormatter<T?>
{
    private readonly SerializeContract<T> serialize = ContractSerialization.Compile<T>(contract);
    private readonly DeserializeContract<T> deserialize = ContractDeserialization.Compile<T>(contract);

    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        serialize(ref writer, value, options);
    }

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return default(T) is null
                ? default
                : throw new InvalidOperationException("typecode is null, struct not supported");
        }

        return deserialize(ref reader, options);
    }
}

internal delegate void SerializeContract<T>(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options);

internal delegate T DeserializeContract<T>(ref MessagePackReader reader, MessagePackSerializerOptions options);
