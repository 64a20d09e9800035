# Answers a row each time that a line comes in, with the seconds that it took and the answer.
#
# Rscript peer.R PEER ROW INPUT: the input is read before; only the analysis is timed. Peers: boot,
# effectsize, coin.
arguments <- commandArgs(TRUE)
peer <- arguments[1]
row <- arguments[2]
frame <- read.csv(arguments[3], check.names = FALSE)
suppressMessages(library(peer, character.only = TRUE))

bca <- function(d, statistic) {
  drawn <- boot::boot(d, statistic, R = 10000)
  limits <- boot::boot.ci(drawn, type = "bca")$bca[4:5]
  list(estimate = drawn$t0, low = limits[1], high = limits[2])
}

analyses <- list(
  "boot bca-mean-change" = function() bca(frame$after - frame$before, function(d, i) mean(d[i])),
  "boot bca-dz" = function() {
    bca(frame$after - frame$before, function(d, i) mean(d[i]) / sd(d[i]))
  },
  "effectsize paired-scales-intervals" = function() {
    sums <- c(t = 0, p = 0, dz = 0)
    low <- high <- numeric(100)
    for (s in 0:99) {
      x <- frame[[paste0("b", s)]]
      y <- frame[[paste0("a", s)]]
      test <- t.test(y, x, paired = TRUE)
      d <- effectsize::cohens_d(y, x, paired = TRUE, verbose = FALSE)
      sums <- sums + c(test$statistic, test$p.value, d$Cohens_d)
      low[s + 1] <- d$CI_low
      high[s + 1] <- d$CI_high
    }
    c(as.list(sums), dz_low = median(low), dz_high = median(high))
  },
  "coin signed-rank" = function() {
    d <- frame$after - frame$before
    test <- coin::wilcoxsign_test(
      frame$after ~ frame$before, distribution = "exact", zero.method = "Wilcoxon")
    moved <- d[d != 0]
    list(w = sum(rank(abs(moved))[moved > 0]), p = as.numeric(coin::pvalue(test)))
  }
)
analysis <- analyses[[paste(peer, row)]]

peak <- function() {
  line <- grep("^VmHWM:", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line))
}

set.seed(1)
input <- file("stdin", "r")
while (length(readLines(input, 1)) == 1) {
  clock <- Sys.time()
  answer <- analysis()
  seconds <- as.numeric(Sys.time()) - as.numeric(clock)
  fields <- paste(sprintf('"%s": %.17g', names(answer), unlist(answer)), collapse = ", ")
  cat(sprintf('{"answer": {%s}, "seconds": %.9f, "peak_kib": %.0f}\n', fields, seconds, peak()))
  flush(stdout())
}
