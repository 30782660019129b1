using System.Text.Json.Serialization;

namespace NasEngine.Benchmarks.MessagePack;

[JsonSerializable(typeof(Assign))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(Progress))]
internal sealed partial class MessagesJson : JsonSerializerContext;
