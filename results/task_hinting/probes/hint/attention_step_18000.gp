# attention_step_18000.svg, drawn from attention_step_18000.tsv. To change it, edit this file and run: gnuplot attention_step_18000.gp
# As pdf: gnuplot -e "format='pdf'" attention_step_18000.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 10.167in,11.677in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 976,1121 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'attention_step_18000'
}
set output 'attention_step_18000'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (0 'white', 1 '#4a9fd8')
set cbrange [0:1]
set colorbox horizontal user origin screen 0.8566, screen 0.9732 size screen 0.1127, screen 0.0080
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold attention: sorting, pool test, difficulty 20}' at screen 0.0246, screen 0.9804 font ',13'
set label 2 'model 4 blocks of 4 heads, width 64, run 01d93967b0bbaa69 (seed 1), one seed, step 18,000' at screen 0.0246, screen 0.9625 font ',10' tc rgb '#444444'
set label 3 'Share of a head''s attention, mean over questions. Beside it: a head that looks at all rows alike; as many other rows of the same role; the model before training.' at screen 0.0246, screen 0.0241 font ',10' tc rgb '#555555'
set lmargin at screen 0.0799
set rmargin at screen 0.2439
set tmargin at screen 0.9090
set bmargin at screen 0.8162
set title 'minimum' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.3238
set rmargin at screen 0.4877
set tmargin at screen 0.9090
set bmargin at screen 0.8162
set title 'uniform' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.5676
set rmargin at screen 0.7316
set tmargin at screen 0.9090
set bmargin at screen 0.8162
set title 'same role' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.8115
set rmargin at screen 0.9754
set tmargin at screen 0.9090
set bmargin at screen 0.8162
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.0799
set rmargin at screen 0.2439
set tmargin at screen 0.7270
set bmargin at screen 0.6343
set title 'successor' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.3238
set rmargin at screen 0.4877
set tmargin at screen 0.7270
set bmargin at screen 0.6343
set title 'uniform' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.5676
set rmargin at screen 0.7316
set tmargin at screen 0.7270
set bmargin at screen 0.6343
set title 'same role' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.8115
set rmargin at screen 0.9754
set tmargin at screen 0.7270
set bmargin at screen 0.6343
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.0799
set rmargin at screen 0.2439
set tmargin at screen 0.5450
set bmargin at screen 0.4523
set title 'copies' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.3238
set rmargin at screen 0.4877
set tmargin at screen 0.5450
set bmargin at screen 0.4523
set title 'uniform' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
set lmargin at screen 0.5676
set rmargin at screen 0.7316
set tmargin at screen 0.5450
set bmargin at screen 0.4523
set title 'same role' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(11,'x')):(pick(11,'y')):(0.5):(0.5):(pick(11,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(11,'x')):(pick(11,'y')):(shown(11)) \
  with labels font ',9'
set lmargin at screen 0.8115
set rmargin at screen 0.9754
set tmargin at screen 0.5450
set bmargin at screen 0.4523
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(12,'x')):(pick(12,'y')):(0.5):(0.5):(pick(12,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(12,'x')):(pick(12,'y')):(shown(12)) \
  with labels font ',9'
set lmargin at screen 0.0799
set rmargin at screen 0.2439
set tmargin at screen 0.3631
set bmargin at screen 0.2703
set title 'previous' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(13,'x')):(pick(13,'y')):(0.5):(0.5):(pick(13,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(13,'x')):(pick(13,'y')):(shown(13)) \
  with labels font ',9'
set lmargin at screen 0.3238
set rmargin at screen 0.4877
set tmargin at screen 0.3631
set bmargin at screen 0.2703
set title 'uniform' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(14,'x')):(pick(14,'y')):(0.5):(0.5):(pick(14,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(14,'x')):(pick(14,'y')):(shown(14)) \
  with labels font ',9'
set lmargin at screen 0.5676
set rmargin at screen 0.7316
set tmargin at screen 0.3631
set bmargin at screen 0.2703
set title 'same role' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(15,'x')):(pick(15,'y')):(0.5):(0.5):(pick(15,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(15,'x')):(pick(15,'y')):(shown(15)) \
  with labels font ',9'
set lmargin at screen 0.8115
set rmargin at screen 0.9754
set tmargin at screen 0.3631
set bmargin at screen 0.2703
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(16,'x')):(pick(16,'y')):(0.5):(0.5):(pick(16,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(16,'x')):(pick(16,'y')):(shown(16)) \
  with labels font ',9'
set lmargin at screen 0.0799
set rmargin at screen 0.2439
set tmargin at screen 0.1811
set bmargin at screen 0.0883
set title 'induction' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(17,'x')):(pick(17,'y')):(0.5):(0.5):(pick(17,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(17,'x')):(pick(17,'y')):(shown(17)) \
  with labels font ',9'
set lmargin at screen 0.3238
set rmargin at screen 0.4877
set tmargin at screen 0.1811
set bmargin at screen 0.0883
set title 'uniform' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(18,'x')):(pick(18,'y')):(0.5):(0.5):(pick(18,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(18,'x')):(pick(18,'y')):(shown(18)) \
  with labels font ',9'
set lmargin at screen 0.5676
set rmargin at screen 0.7316
set tmargin at screen 0.1811
set bmargin at screen 0.0883
set title 'same role' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(19,'x')):(pick(19,'y')):(0.5):(0.5):(pick(19,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(19,'x')):(pick(19,'y')):(shown(19)) \
  with labels font ',9'
set lmargin at screen 0.8115
set rmargin at screen 0.9754
set tmargin at screen 0.1811
set bmargin at screen 0.0883
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:4.5]
set yrange [4.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1, 'head 2' 2, 'head 3' 3, 'head 4' 4) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2, 'block 3' 3, 'block 4' 4) font ',9'
plot 'attention_step_18000.tsv' using (pick(20,'x')):(pick(20,'y')):(0.5):(0.5):(pick(20,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'attention_step_18000.tsv' using (pick(20,'x')):(pick(20,'y')):(shown(20)) \
  with labels font ',9'
unset multiplot
