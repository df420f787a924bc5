namespace PoolGen.Bench.MainJob;

/// <summary>The user asked for something that cannot be done; the message is all that is shown.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
