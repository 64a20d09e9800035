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

# Totals of a draw, one row of the frame a person. The draws are not kept (simple), as 20,000 people times 10,000 draws
# would be 800 MB; the influences of people by leaving out one, as boot's default regresses on all draws.
rates <- function(kinds) {
  columns <- c(t(outer(kinds, c("before", "after"), paste, sep = "_")), "days_before", "days_after")
  d <- as.matrix(frame[columns])
  answers <- function(d, i) {
    s <- colSums(d[i, , drop = FALSE])
    days <- s[c("days_before", "days_after")]
    unlist(lapply(kinds, function(kind) {
      r <- s[paste(kind, c("before", "after"), sep = "_")] / days
      unname(c(r[2] / r[1], r[1], r[2], r[2] - r[1]))
    }))
  }
  drawn <- boot::boot(d, answers, R = 10000, simple = TRUE)
  # Leaving out one takes a subtraction from the totals, as in Furlong: empinf would add all up again for each person.
  total <- colSums(d)
  left <- vapply(seq_len(nrow(d)), function(i) answers(rbind(total - d[i, ]), 1), drawn$t0)
  left <- matrix(left, ncol = nrow(d))
  limits <- lapply(seq_along(drawn$t0), function(k) {
    influence <- mean(left[k, ]) - left[k, ]
    boot::boot.ci(drawn, type = "bca", index = k, L = influence)$bca[4:5]
  })
  list(estimate = drawn$t0[1], low = limits[[1]][1], high = limits[[1]][2], sum = sum(drawn$t0))
}

analyses <- list(
  "boot rate-ratio" = function() rates("contact")[c("estimate", "low", "high")],
  "boot rates-of-a-step" = function() rates(c("contact", "admission", "bed_day", "detention")),
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
