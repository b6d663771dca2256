# complexity.svg, drawn from complexity.tsv. To change it, edit this file and run: gnuplot complexity.gp
# As pdf: gnuplot -e "format='pdf'" complexity.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,3.833in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,368 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'complexity'
}
set output 'complexity'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.3080
set rmargin at screen 0.6574
set tmargin at screen 0.8804
set bmargin at screen 0.2935
set label '{/:Bold Jump in new sentences, by the longest command}' at screen 0.0163, screen 0.9457 font ',14'
set label 'Asked in commands as long as those trained on. 64 primitives more than SCAN''s, 12,000 different commands, 64 examples a step. Trained for 8,000 steps.' at screen 0.0163, screen 0.1223 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 1,000 to 2,000 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0815 font ',10' tc rgb '#555555'
set label 'Hollow, crosses: most do not fit, so this is no failure to generalize. Guessing (dotted): 0.1 to 0.2 %.' at screen 0.0163, screen 0.0408 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [6.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%)' offset 0,0.9
set ytics scale 0 ('up to two sentences' 1, 'up to two sentences: as trained' 2, 'up to three sentences' 3, 'up to three sentences: as trained' 4, 'up to four sentences' 5, 'up to four sentences: as trained' 6)
set label '0.1 %; 5 of 5 seeds fit; not above guessing' at screen 0.6714, screen 0.8315 font ',10' tc rgb '#444444'
set label '99.0 %; 5 of 5 seeds fit' at screen 0.6714, screen 0.7337 font ',10' tc rgb '#444444'
set label '0.2 %; 5 of 5 seeds fit; not above guessing' at screen 0.6714, screen 0.6359 font ',10' tc rgb '#444444'
set label '80.8 %; 5 of 5 seeds fit' at screen 0.6714, screen 0.5380 font ',10' tc rgb '#444444'
set label '0 %; 1 of 5 seeds fit' at screen 0.6714, screen 0.4402 font ',10' tc rgb '#444444'
set label '55.7 %; 1 of 5 seeds fit' at screen 0.6714, screen 0.3424 font ',10' tc rgb '#444444'
plot 'complexity.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'complexity.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'complexity.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'complexity.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0777777', \
  'complexity.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60777777', \
  'complexity.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#777777', \
  'complexity.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'complexity.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'complexity.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#D55E00', \
  'complexity.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0A0A0A0', \
  'complexity.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60A0A0A0', \
  'complexity.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#A0A0A0', \
  'complexity.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror fs empty border lc rgb '#009E73' dt 2 lw 1.2, \
  'complexity.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'complexity.tsv' using (pick('median',5,'value')):(5) with points pt 2 ps 1.3 lw 2 lc rgb '#009E73', \
  'complexity.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror fs empty border lc rgb '#505050' dt 2 lw 1.2, \
  'complexity.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#60505050', \
  'complexity.tsv' using (pick('median',6,'value')):(6) with points pt 2 ps 1.3 lw 2 lc rgb '#505050'
