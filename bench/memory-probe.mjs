/** Loaded into a gateway before it starts: tells the benchmark how many bytes its heap and buffers hold when it is asked. */
process.on('message', () => {
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
process.channel?.unref();
