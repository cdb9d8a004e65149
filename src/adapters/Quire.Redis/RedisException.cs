namespace Quire.Redis;

/// <summary>Redis cannot be reached, does not answer in time, or refuses a command.</summary>
public sealed class RedisException : Exception
{
    /// <summary>Without a reason.</summary>
    public RedisException()
    {
    }

    /// <summary>With a reason.</summary>
    public RedisException(string message)
        : base(message)
    {
    }

    /// <summary>With a reason and what led to it.</summary>
    public RedisException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
